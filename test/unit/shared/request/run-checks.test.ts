import type { Check } from '@shared/request/check'
import { runChecks } from '@shared/request/run-checks'
import { describe, expect, test } from 'vitest'

const answer = {
  status: 404,
  headers: [
    ['Content-Type', 'application/json'],
    ['Set-Cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ],
  bodyText: JSON.stringify({
    error: { code: 'NotFound', retry: false, none: null },
    items: [{ id: 7, tags: ['a', 'b'] }],
    'odd.key': { "it's": 1 },
    'a/b~c': 'pointer',
    text: '12',
    order: { one: 1, two: [2, { three: 3 }] },
  }),
  durationMs: 99.9,
} as const

function verdict(check: Check, changes: Partial<Parameters<typeof runChecks>[1]> = {}) {
  const [result] = runChecks([check], { ...answer, ...changes })
  return [result?.passed, result?.actual]
}

describe('status', () => {
  test.each([
    ['404', true],
    ['4xx', true],
    ['4XX', true],
    ['200, 404', true],
    ['2xx,4xx', true],
    ['2xx', false],
    ['40', false],
    ['', false],
    ['xxx', false],
    ['404.0', false],
  ])('%s against 404', (expected, passed) => {
    expect(verdict({ type: 'status', enabled: true, expected })).toEqual([passed, '404'])
  })
})

test('the time must be below, not equal, and what is shown agrees with it', () => {
  expect(verdict({ type: 'time-below', enabled: true, milliseconds: 100 })).toEqual([true, '99 ms'])
  expect(verdict({ type: 'time-below', enabled: true, milliseconds: 100 }, { durationMs: 100 })).toEqual([
    false,
    '100 ms',
  ])
})

describe('headers', () => {
  test.each<[Check, boolean, string | null]>([
    [{ type: 'header-exists', enabled: true, name: 'CONTENT-type' }, true, 'application/json'],
    [{ type: 'header-exists', enabled: true, name: 'x-none' }, false, null],
    [
      { type: 'header-equals', enabled: true, name: 'content-type', expected: 'application/json' },
      true,
      'application/json',
    ],
    [
      { type: 'header-equals', enabled: true, name: 'content-type', expected: 'Application/JSON' },
      false,
      'application/json',
    ],
    [{ type: 'header-equals', enabled: true, name: 'set-cookie', expected: 'b=2' }, true, 'a=1, b=2'],
    [{ type: 'header-equals', enabled: true, name: 'set-cookie', expected: 'a=1, b=2' }, true, 'a=1, b=2'],
    [{ type: 'header-equals', enabled: true, name: 'x-none', expected: '' }, false, null],
  ])('%o', (check, passed, actual) => expect(verdict(check)).toEqual([passed, actual]))
})

describe('JSON paths', () => {
  test.each<[string, boolean, string | null]>([
    ['error.code', true, '"NotFound"'],
    ['error.none', true, 'null'],
    ['items[0].id', true, '7'],
    ['items.0.id', true, '7'],
    ['items[0]', true, '{"id":7,"tags":["a","b"]}'],
    ["['odd.key']", true, '{"it\'s":1}'],
    ["['odd.key']['it\\'s']", true, '1'],
    ['["odd.key"]["it\'s"]', true, '1'],
    ['$.error.code', true, '"NotFound"'],
    ["$['items'][0].tags[1]", true, '"b"'],
    ['/error/code', true, '"NotFound"'],
    ['/a~1b~0c', true, '"pointer"'],
    ['/items/0/id', true, '7'],
    ['items[1]', false, null],
    ['items.length', false, null],
    ['error.toString', false, null],
    ['__proto__', false, null],
    ['error.code.length', false, null],
    ['error..code', false, null],
    ['items[', false, null],
  ])('%s', (path, passed, actual) => {
    expect(verdict({ type: 'json-exists', enabled: true, path })).toEqual([passed, actual])
  })

  test('the empty path is the whole answer', () => {
    const check: Check = { type: 'json-equals', enabled: true, path: '', expected: ' [1, 2] ' }
    expect(verdict(check, { bodyText: '\uFEFF[1,2]' })).toEqual([true, '[1,2]'])
  })
})

describe('JSON values', () => {
  test.each<[string, string, boolean]>([
    ['items[0].id', '7', true],
    ['items[0].id', '7.0', true],
    ['items[0].id', '"7"', false],
    ['text', '"12"', true],
    ['text', '12', false],
    ['error.code', 'NotFound', true],
    ['error.code', '"NotFound"', true],
    ['error.retry', 'false', true],
    ['error.none', 'null', true],
    ['order', '{"two":[2,{"three":3}],"one":1}', true],
    ['order', '{"one":1}', false],
    ['order', '{"one":1,"two":[{"three":3},2]}', false],
    ['items[0].tags', '["b","a"]', false],
    ['missing', 'null', false],
  ])('%s equals %s: %s', (path, expected, passed) => {
    expect(verdict({ type: 'json-equals', enabled: true, path, expected })[0]).toBe(passed)
  })

  test('an answer that is not JSON, or is binary, has no values', () => {
    const check: Check = { type: 'json-equals', enabled: true, path: 'a', expected: '1' }
    expect(verdict(check, { bodyText: '<html>' })).toEqual([false, null])
    expect(verdict(check, { bodyText: null })).toEqual([false, null])
  })

  test('a very deep answer neither ends the process nor takes its time', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const check: Check = { type: 'json-equals', enabled: true, path: '', expected: deep.slice(50_000, 150_000) }
    expect(verdict(check, { bodyText: deep })[0]).toBe(false)
  })
})

test('what was found is cut at 1,000 characters, never within a character', () => {
  const check: Check = { type: 'json-exists', enabled: true, path: 'long' }
  const [, actual] = verdict(check, { bodyText: JSON.stringify({ long: `x${'😀'.repeat(1000)}` }) })
  expect(actual).toHaveLength(999)
  expect(actual).toMatch(/^"x(😀)+…$/u)
})

test('checks that are off are left out; without an answer none holds', () => {
  const checks: readonly Check[] = [
    { type: 'status', enabled: false, expected: '500' },
    { type: 'time-below', enabled: true, milliseconds: 5000 },
  ]
  expect(runChecks(checks, answer)).toHaveLength(1)
  expect(runChecks(checks, { ...answer, status: null })).toEqual([{ check: checks[1], passed: false, actual: null }])
})
