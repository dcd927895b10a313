import { describe, expect, it } from 'vitest'
import { findPointer, indexOfPosition } from '../../../../../src/renderer/src/inbox/detail/json-position'

const found = (text: string, pointer: string) => {
  const range = findPointer(text, pointer)
  return range && text.slice(range.from, range.to)
}

describe('the place of a JSON pointer in the text', () => {
  const text = '{ "UserDetails" : {"FirstName":"So\\"me", "Tags": [1, {"a/b~c": null}]},\n"LeadSource": "x" }'

  it('is the key with its value', () => {
    expect(found(text, '/UserDetails/FirstName')).toBe('"FirstName":"So\\"me"')
    expect(found(text, '/LeadSource')).toBe('"LeadSource": "x"')
    expect(found(text, '/UserDetails')).toMatch(/^"UserDetails" : \{.*\}$/)
  })

  it('is the item of a list', () => {
    expect(found(text, '/UserDetails/Tags/0')).toBe('1')
    expect(found(text, '/UserDetails/Tags/1')).toBe('{"a/b~c": null}')
  })

  it('reads escaped pointers and escaped keys', () => {
    expect(found(text, '/UserDetails/Tags/1/a~1b~0c')).toBe('"a/b~c": null')
    expect(found('{"\\u0041": 1}', '/A')).toBe('"\\u0041": 1')
  })

  it('is the whole text for the empty pointer', () => {
    expect(found('  {"a":1}\n', '')).toBe('{"a":1}')
  })

  it('is the last of repeated keys, as JSON readers take it', () => {
    expect(found('{"a":1,"a":2}', '/a')).toBe('"a":2')
  })

  it('is nowhere for what the text does not have', () => {
    expect(found(text, '/Nothing')).toBeNull()
    expect(found(text, '/LeadSource/x')).toBeNull()
    expect(found(text, '/UserDetails/Tags/9')).toBeNull()
    expect(found('', '/a')).toBeNull()
  })

  it('finds its way in text that is nested deeper than the stack', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},"b":1}`
    expect(found(deep, '/b')).toBe('"b":1')
  })
})

describe('the index of a line and a column', () => {
  it('counts both from one, and stays inside of the text', () => {
    expect(indexOfPosition('ab\ncd', 1, 1)).toBe(0)
    expect(indexOfPosition('ab\ncd', 2, 2)).toBe(4)
    expect(indexOfPosition('ab\ncd', 9, 99)).toBe(5)
  })
})
