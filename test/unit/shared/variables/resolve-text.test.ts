import { findVariables, lookUpVariable, resolveText } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const none = (): null => null

function scope(kind: VariableScope['kind'], values: Readonly<Record<string, string>>): VariableScope {
  const variables = Object.entries(values).map(([name, value]) => ({ name, value, enabled: true, secret: false }))
  return { kind, from: kind, variables }
}

describe('resolveText', () => {
  const collection = scope('collection', { host: 'collection.example', path: '/{{name}}', name: 'one' })
  const environment = scope('environment', { host: 'environment.example', stage: 'test', url_test: 'found' })
  const data = scope('data', { name: 'row' })

  it.each([
    ['{{host}}', 'environment.example', 'a later scope wins'],
    ['{{ host }}', 'environment.example', 'spaces around the name do not count'],
    ['https://{{host}}{{path}}', 'https://environment.example/row', 'values hold variables'],
    ['{{url_{{stage}}}}', 'found', 'a name holds a variable'],
    ['no variables {here}', 'no variables {here}', 'single braces are text'],
    ['{{}}', '{{}}', 'nothing named'],
  ])('%s → %s (%s)', (text, expected) => {
    expect(resolveText(text, [collection, environment, data], none)).toEqual({
      text: expected,
      unresolved: [],
      secret: false,
    })
  })

  it('names each variable without a value once and leaves it as written', () => {
    expect(resolveText('{{a}} {{ b }} {{a}}', [], none)).toEqual({
      text: '{{a}} {{ b }} {{a}}',
      unresolved: ['a', 'b'],
      secret: false,
    })
  })

  it('does not go round in a circle', () => {
    const circle = scope('environment', { a: '{{b}}', b: '{{a}}' })
    expect(resolveText('{{a}}', [circle], none).unresolved).toEqual(['a'])
  })

  it('ends when variables double one another', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`v${at}`, `{{v${at + 1}}}{{v${at + 1}}}`]),
    )
    expect(resolveText('{{v0}}', [scope('environment', doubling)], none).unresolved.length).toBeGreaterThan(0)
  })

  it('tells whether a secret variable is in it, however deep', () => {
    const variables = [
      { name: 'key', value: 'Key {{token}}', enabled: true, secret: false },
      { name: 'token', value: 'abc', enabled: true, secret: true },
    ]
    const scopes: readonly VariableScope[] = [{ kind: 'environment', from: 'e', variables }]
    expect(resolveText('{{key}}', scopes, none)).toEqual({ text: 'Key abc', unresolved: [], secret: true })
  })

  it('passes over rows that are switched off', () => {
    const variables = [
      { name: 'a', value: 'on', enabled: true, secret: false },
      { name: 'a', value: 'off', enabled: false, secret: false },
    ]
    expect(resolveText('{{a}}', [{ kind: 'environment', from: 'e', variables }], none).text).toBe('on')
  })

  it('asks for dynamic variables only when nothing has their name', () => {
    const dynamic = (name: string): string | null => (name === '$guid' ? 'made' : null)
    expect(resolveText('{{$guid}} {{$other}}', [], dynamic)).toEqual({
      text: 'made {{$other}}',
      unresolved: ['$other'],
      secret: false,
    })
    expect(resolveText('{{$guid}}', [scope('data', { $guid: 'mine' })], dynamic).text).toBe('mine')
  })

  it('leaves text without braces alone, and dollar signs in values', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('{{'))
        expect(resolveText(text, [], none)).toEqual({ text, unresolved: [], secret: false })
        expect(resolveText('{{v}}', [scope('environment', { v: text })], none).text).toBe(text)
      }),
    )
  })
})

it('finds mentions with their places', () => {
  expect(findVariables('a {{ b }}{{c}}')).toEqual([
    { name: 'b', from: 2, to: 9 },
    { name: 'c', from: 9, to: 14 },
  ])
})

it('tells where a variable has its value from', () => {
  const scopes = [scope('collection', { a: '1' }), scope('environment', { a: '2' })]
  expect(lookUpVariable('a', scopes)).toEqual({
    name: 'a',
    value: '2',
    kind: 'environment',
    from: 'environment',
    secret: false,
  })
  expect(lookUpVariable('b', scopes)).toBeNull()
})
