import type { Finding } from '@shared/lead/finding'
import { readSpans } from '@shared/lead/json-spans'
import type { VariableScope } from '@shared/variables/variable-scope'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeFindings, placeProblem } from '../../../../../src/renderer/src/composer/body/body-findings'
import { fillForCheck } from '../../../../../src/renderer/src/composer/body/fill-for-check'
import { jsonHint } from '../../../../../src/renderer/src/composer/body/json-hint'
import { smallestChange } from '../../../../../src/renderer/src/composer/body/smallest-change'

function spansOf(text: string) {
  const read = readSpans(text)
  if (!read.ok) throw new Error(text)
  return read.root
}

function marked(text: string, finding: Omit<Finding, 'severity'>): string | undefined {
  const [placed] = placeFindings(text, spansOf(text), [{ severity: 'warning', ...finding }], new Set())
  return placed && text.slice(placed.from, placed.to)
}

describe('findings in their place', () => {
  const text = '{"UserDetails": {"Phone": 1},\n "list": [{"a": "x"}]}'

  it('stand at the value, at the key, or at what lacks something', () => {
    expect(marked(text, { code: 'schema-mismatch', pointer: '/UserDetails/Phone' })).toBe('1')
    expect(marked(text, { code: 'field-undocumented', pointer: '/list' })).toBe('"list"')
    expect(marked(text, { code: 'field-missing', pointer: '/UserDetails' })).toBe('"UserDetails"')
    expect(marked(text, { code: 'field-missing', pointer: '' })).toBe('{')
    expect(marked(text, { code: 'schema-mismatch', pointer: '/list/0/a' })).toBe('"x"')
    expect(marked(text, { code: 'schema-mismatch', pointer: '/gone' })).toBe('{')
  })

  it('have the place where the JSON breaks, and the usual reason', () => {
    const broken = '{\n  "a": 1,\n}'
    const [problem] = placeProblem(broken, readSpans(broken))
    expect(problem).toMatchObject({ from: 12, line: 3, hint: 'trailing-comma' })
    expect(problem?.finding.params).toMatchObject({ line: 3, column: 1, found: '}' })
    const reason = (text: string) => {
      const read = readSpans(text)
      return read.ok ? null : jsonHint(text, read.problem.at)
    }
    expect(reason("{'a': 1}")).toBe('single-quotes')
    expect(reason('{“a”: 1}')).toBe('curly-quotes')
    expect(reason('{ // no\n}')).toBe('comment')
    expect(reason('{"a": None}')).toBe('python-word')
    expect(reason('{"a": 1')).toBe(null)
  })
})

describe('filling variables in for a check', () => {
  const scopes: readonly VariableScope[] = [
    {
      kind: 'environment',
      from: 'test',
      variables: [
        { name: 'code', value: 'INS', enabled: true, secret: false },
        { name: 'number', value: '12', enabled: true, secret: false },
        { name: 'quote', value: 'a"b', enabled: true, secret: false },
        { name: 'password', value: 'hidden', enabled: true, secret: true },
      ],
    },
  ]
  const fill = (text: string) => fillForCheck(text, spansOf(text), scopes)

  it('takes what is known and leaves secrets out', () => {
    const filled = fill('{"a":"{{code}}","b":{{number}},"c":"{{password}}","d":{{nothing}},"e":"{{$guid}}"}')
    expect(JSON.parse(filled.text)).toEqual({
      a: 'INS',
      b: 12,
      c: '{{password}}',
      d: '{{nothing}}',
      e: '{{$guid}}',
    })
    expect(filled.unknown.size).toBe(3)
    expect(filled.broken).toEqual([])
  })

  it('finds values that break the JSON', () => {
    const text = '{"a":"{{quote}}","b":{{code}}}'
    const filled = fill(text)
    expect(filled.broken.map(({ from, to }) => text.slice(from, to))).toEqual(['"{{quote}}"', '{{code}}'])
    expect(JSON.parse(filled.text)).toEqual({ a: '"{{quote}}"', b: '{{code}}' })
  })

  it('says nothing about values that are not known yet', () => {
    const text = '{"ActionCode":"{{nothing}}","actioncode":"{{nothing}}"}'
    const root = spansOf(text)
    const { unknown } = fillForCheck(text, root, scopes)
    const findings: readonly Finding[] = [
      { severity: 'info', code: 'action-code-unknown', pointer: '/ActionCode' },
      { severity: 'warning', code: 'duplicate-key', pointer: '/actioncode' },
    ]
    expect(placeFindings(text, root, findings, unknown).map(({ finding }) => finding.code)).toEqual(['duplicate-key'])
  })
})

describe('the smallest change', () => {
  it('makes the second text of the first, and touches nothing that both begin or end with', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 })
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const change = smallestChange(before, after)
        if (change === null) {
          expect(before).toBe(after)
          return
        }
        const { from, to, insert } = change
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
        expect(to).toBeGreaterThanOrEqual(from)
        if (to > from && insert !== '') expect(before[from]).not.toBe(insert[0])
      }),
    )
  })
})
