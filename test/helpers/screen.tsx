import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import i18next from 'i18next'
import { act, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished, vi } from 'vitest'
import { startI18n } from '../../src/renderer/src/i18n/i18n'

export type Screen = {
  readonly text: () => string
  /** The first element of a role whose name, label or text holds this; throws when there is none. */
  readonly find: (role: string, name: string) => HTMLElement
  readonly all: (selector: string) => readonly HTMLElement[]
  readonly click: (element: HTMLElement) => Promise<void>
  readonly press: (element: HTMLElement, key: string) => Promise<void>
  /** Waits until this holds, letting the screen go on. */
  readonly until: (test: () => boolean) => Promise<void>
}

const implicit: Readonly<Record<string, string>> = { button: 'button', link: 'a, button' }

// A browser tells of a changed selection later; happy-dom does so in the middle of the change, which an editor that is
// just updating does not survive. Nothing here is tested by it, so it is stopped before any editor can listen.
document.addEventListener('selectionchange', (event) => event.stopImmediatePropagation())

// A dialog that goes in the middle of its animation would leave a rejection behind; Fluent does without where there is
// none to be had.
Reflect.deleteProperty(Element.prototype, 'animate')

/** Renders a part of the window in happy-dom, with English texts and Fluent's theme; taken away with the test. */
export async function showScreen(element: ReactElement): Promise<Screen> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  if (!i18next.isInitialized) startI18n()
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  await act(async () => root.render(<FluentProvider theme={webLightTheme}>{element}</FluentProvider>))
  onTestFinished(async () => {
    await act(async () => root.unmount())
    host.remove()
  })
  const all = (selector: string) =>
    [...document.body.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement)
  const text = () => document.body.textContent ?? ''
  return {
    text,
    all,
    find: (role, name) => {
      const found = all(`[role="${role}"]${implicit[role] ? `, ${implicit[role]}` : ''}`).find(
        (candidate) =>
          candidate.getAttribute('aria-label')?.includes(name) || (candidate.textContent ?? '').includes(name),
      )
      if (!found) throw new Error(`No ${role} named “${name}” in: ${text()}`)
      return found
    },
    click: async (target) => act(async () => target.click()),
    press: async (target, key) =>
      act(async () => {
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      }),
    until: async (test) => {
      await vi.waitFor(async () => {
        await act(async () => undefined)
        if (!test()) throw new Error(`Not yet: ${text()}`)
      })
    },
  }
}
