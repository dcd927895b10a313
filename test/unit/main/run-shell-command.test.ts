import { AppError } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import { type ShellCommands, shellCommands } from '@shared/contract/shell-commands'
import { defaultSettings } from '@shared/settings'
import { expect, test } from 'vitest'
import { runShellCommand } from '../../../src/main/run-shell-command'

const copied: string[] = []
const handlers: Handlers<ShellCommands> = {
  'settings.get': () => defaultSettings,
  'settings.change': () => defaultSettings,
  'clipboard.write': ({ text }) => {
    copied.push(text)
    return null
  },
  'file.choose-save': () => null,
  'file.save-text': () => {
    throw new AppError('disk-full', { detail: 'x' })
  },
  'file.choose-open': () => [],
  'folder.choose': () => null,
  'file.reveal': () => Promise.reject(new Error('no such folder')),
  'data-folder.open': () => null,
  'help.open': () => null,
  'engine.state': () => ({ state: 'running' }),
  'engine.restart': () => null,
  about: () => ({ version: '1', electron: '', chromium: '', node: '', licence: 'MIT' }),
}

test('answers with what the handler gives', async () => {
  expect(await runShellCommand(handlers, 'clipboard.write', { text: 'hello' })).toEqual({ ok: true, output: null })
  expect(copied).toEqual(['hello'])
})

test('refuses what the contract does not allow, before any handler runs', async () => {
  const refused = { ok: false, error: { code: 'bad-input' } }
  expect(await runShellCommand(handlers, 'clipboard.write', { text: 7 })).toMatchObject(refused)
  expect(await runShellCommand(handlers, 'clipboard.write', { text: 'a', more: 1 })).toMatchObject(refused)
  for (const name of ['toString', '__proto__', 'nothing', 7, null, undefined]) {
    expect(await runShellCommand(handlers, name, {})).toMatchObject(refused)
  }
  expect(copied).toEqual(['hello'])
})

test('turns errors into data', async () => {
  const input = { suggestedName: 'a', extension: 'pem', text: '' }
  expect(await runShellCommand(handlers, 'file.save-text', input)).toEqual({
    ok: false,
    error: { code: 'disk-full', params: { detail: 'x' } },
  })
  expect(await runShellCommand(handlers, 'file.reveal', { token: 'a' })).toEqual({
    ok: false,
    error: { code: 'unexpected', params: { detail: 'no such folder' } },
  })
})

test('there is a handler for each command', () => {
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(shellCommands).sort())
})
