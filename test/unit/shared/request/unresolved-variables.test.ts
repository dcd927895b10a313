import { newRequest } from '@shared/request/request-template'
import { unresolvedVariables } from '@shared/request/unresolved-variables'
import { expect, test } from 'vitest'

const scopes = [
  {
    kind: 'environment' as const,
    from: 'Test',
    variables: [{ name: 'host', value: '{{deep}}', enabled: true, secret: false }],
  },
]

test('finds what has no value, wherever it stands, and nothing that is not sent', () => {
  const request = {
    ...newRequest,
    url: 'https://{{host}}/?a={{b}}',
    params: [{ name: 'a', value: '{{inRow}}', enabled: true, description: '' }],
    headers: [
      { name: 'X', value: '{{header}} {{$guid}} {{$nonsense}}', enabled: true, description: '' },
      { name: 'Y', value: '{{off}}', enabled: false, description: '' },
    ],
    body: { type: 'raw' as const, language: 'json' as const, text: '{"a":"{{body}} {{b}}"}' },
  }
  expect(unresolvedVariables(request, { type: 'bearer', token: '{{token}}' }, scopes)).toEqual([
    'deep',
    'b',
    'header',
    '$nonsense',
    'token',
    'body',
  ])
  expect(
    unresolvedVariables({ ...newRequest, auth: { type: 'none' } }, { type: 'bearer', token: '{{token}}' }, []),
  ).toEqual([])
})
