import { leadSchemas } from '@shared/lead/lead-schemas'
import { findTokens } from '@shared/template/template'
import { tokenName, triggerTokens } from '@shared/template/trigger-tokens'
import { expect, test } from 'vitest'

test('the tokens are those of the schema, in its order, then the body and the content type', () => {
  const tokens = triggerTokens(leadSchemas['2020'])
  expect(tokens.map(({ name }) => name)).toContain('Description')
  expect(tokens.find(({ name }) => name === 'FirstName')).toMatchObject({
    written: "@{triggerBody()?['UserDetails']?['FirstName']}",
    path: 'UserDetails / FirstName',
    type: 'string',
  })
  expect(tokens.slice(-2).map(({ written }) => written)).toEqual([
    '@{triggerBody()}',
    "@{triggerOutputs()?['headers']?['Content-Type']}",
  ])
  expect(triggerTokens(leadSchemas['2018']).map(({ name }) => name)).not.toContain('Description')
})

test.each(['', '{', '[]', 'null', '{"type":"object"}'])(
  'without a schema that names fields (%s) the documented lead',
  (text) => {
    const tokens = triggerTokens(text)
    expect(tokens[0]?.written).toBe("@{triggerBody()?['UserDetails']?['FirstName']}")
    expect(tokens).toHaveLength(13)
  },
)

test('keys with signs are written so that they are read again; an escaped @ is one', () => {
  const [quoted, at] = triggerTokens(
    JSON.stringify({ properties: { "it's": { type: ['null', 'string'] }, '@@id': {} } }),
  )
  expect(quoted).toMatchObject({ written: "@{triggerBody()?['it''s']}", name: "it's", type: 'string' })
  expect(findTokens(quoted?.written ?? '')[0]?.token).toEqual({ source: 'body', path: ["it's"] })
  expect(at).toMatchObject({ written: "@{triggerBody()?['@id']}", type: '' })
})

test('expressions are found by their places, a written @{ is none', () => {
  const text = "Hi @{triggerBody()?['A']}, @@{no} @{utcNow()}"
  expect(findTokens(text).map(({ from, to, token }) => [text.slice(from, to), token && tokenName(token)])).toEqual([
    ["@{triggerBody()?['A']}", 'A'],
    ['@{utcNow()}', null],
  ])
})

test('escaped expressions within a key are read as the lead has them', () => {
  const [within, plain] = triggerTokens(JSON.stringify({ properties: { 'a@@{z}': {}, 'b@@c': {} } }))
  expect(within?.token).toEqual({ source: 'body', path: ['a@{z}'] })
  expect(plain?.token).toEqual({ source: 'body', path: ['b@@c'] })
})
