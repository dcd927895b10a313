// @vitest-environment happy-dom
import i18next from 'i18next'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import body from '../../../../../resources/locales/en/body.json'
import { SearchableList } from '../../../../../src/renderer/src/composer/body/searchable-list'

const groups = [
  {
    id: 'fruit',
    label: 'Fruit',
    items: [
      { id: 'a', label: 'Apple', detail: 'red' },
      { id: 'b', label: 'Banana', detail: 'yellow' },
    ],
  },
  { id: 'tree', label: 'Trees', items: [{ id: 'c', label: 'Cedar', detail: '' }] },
]

let root: Root
let place: HTMLElement
const chosen = vi.fn()
const active = vi.fn()

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { body } }, initAsync: false })
  chosen.mockReset()
  active.mockReset()
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  await act(() =>
    root.render(
      <SearchableList label="Things" searchLabel="Search" groups={groups} onActive={active} onChoose={chosen} />,
    ),
  )
})

afterEach(async () => {
  await act(() => root.unmount())
  place.remove()
  vi.unstubAllGlobals()
})

function input(): HTMLInputElement {
  const found = place.querySelector('input')
  if (!found) throw new Error('no search field')
  return found
}

async function press(key: string): Promise<void> {
  await act(() => input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
}

async function type(text: string): Promise<void> {
  await act(() => {
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    setter?.call(input(), text)
    input().dispatchEvent(new Event('input', { bubbles: true }))
  })
}

function options(): readonly (string | null)[] {
  return [...place.querySelectorAll('[role=option]')].map((option) => option.textContent)
}

describe('a list to choose from', () => {
  it('is moved through with the arrows, across groups, and stops at its ends', async () => {
    await press('Enter')
    expect(chosen).toHaveBeenLastCalledWith('a')
    for (const _ of [1, 2, 3, 4]) await press('ArrowDown')
    expect(active).toHaveBeenLastCalledWith('c')
    expect(input().getAttribute('aria-activedescendant')).toBe(place.querySelector('[aria-selected=true]')?.id)
    await press('Enter')
    expect(chosen).toHaveBeenLastCalledWith('c')
  })

  it('finds every word in label, detail and group', async () => {
    await type('fruit yell')
    expect(options()).toEqual(['Bananayellow'])
    await press('Enter')
    expect(chosen).toHaveBeenLastCalledWith('b')
    await type('nothing')
    expect(options()).toEqual([])
    expect(place.textContent).toContain('Nothing found for “nothing”.')
    chosen.mockReset()
    await press('Enter')
    expect(chosen).not.toHaveBeenCalled()
  })
})
