import { expect, test } from 'vitest'
import { bodyModeOf, bodyModes, bodyOfMode } from '../../../../../src/renderer/src/composer/request/body-mode'

const row = { name: 'a', value: 'b', enabled: false, description: 'd' }

test('every kind can be chosen from every other', () => {
  for (const from of bodyModes) {
    const body = bodyOfMode(from, { type: 'none' }, null)
    expect(bodyModeOf(body)).toBe(from)
    for (const to of bodyModes) expect(bodyModeOf(bodyOfMode(to, body, null))).toBe(to)
  }
})

test('a text stays when its language changes, and rows when the form does', () => {
  const json = { type: 'raw' as const, language: 'json' as const, text: '{}' }
  expect(bodyOfMode('xml', json, null)).toEqual({ type: 'raw', language: 'xml', text: '{}' })
  const form = { type: 'form-urlencoded' as const, rows: [row] }
  const parts = bodyOfMode('form-data', form, null)
  expect(parts).toEqual({ type: 'form-data', rows: [{ ...row, contentType: '', files: null }] })
  expect(bodyOfMode('form-urlencoded', parts, null)).toEqual(form)
})

test('what a kind had before comes back', () => {
  const json = { type: 'raw' as const, language: 'json' as const, text: '{"a":1}' }
  expect(bodyOfMode('text', { type: 'none' }, json)).toEqual({ type: 'raw', language: 'text', text: '{"a":1}' })
  const file = { type: 'file' as const, file: { path: '/x' } }
  expect(bodyOfMode('file', json, file)).toBe(file)
})
