import { fillTemplate } from '@shared/template/fill-template'
import { parseTemplate, type Token, writeToken } from '@shared/template/template'
import { TextTooLong } from '@shared/template/text-too-long'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const outputs = {
  headers: [['content-type', 'application/json']] as const,
  body: {
    UserDetails: { FirstName: 'Some', Phone: null, "O'Neil": 'quoted', Tags: ['a', 'b'] },
    Count: 3,
    Flag: false,
  },
}

describe('fillTemplate', () => {
  it.each([
    ["Hello @{triggerBody()?['UserDetails']?['FirstName']}!", 'Hello Some!'],
    ["@{triggerBody()['UserDetails']['FirstName']}", 'Some'],
    ["@{triggerOutputs()?['body']?['Count']}", '3'],
    ["@{triggerOutputs()?['headers']?['Content-Type']}", 'application/json'],
    ["@{triggerBody()?['UserDetails']?['Tags']?[1]}", 'b'],
    ["@{triggerBody()?['UserDetails']?['O''Neil']}", 'quoted'],
    ["@{ triggerBody() ?['Count'] }", '3'],
    ["@{triggerBody()?['Flag']}", 'false'],
    ['a@b.example', 'a@b.example'],
    ['@@{x}', '@{x}'],
  ])('%s → %s', (template, text) => {
    expect(fillTemplate(template, outputs)).toEqual({ text, blank: [], unknown: [] })
  })

  it.each([
    ["@{triggerBody()?['userDetails']?['FirstName']}", 'keys in another case'],
    ["@{triggerBody()?['UserDetails']?['Phone']}", 'null'],
    ["@{triggerBody()?['Nothing']?['At']?['All']}", 'absent'],
    ["@{triggerBody()?['constructor']}", 'what every object inherits'],
  ])('%s is blank: %s', (template) => {
    expect(fillTemplate(`Name: ${template}`, outputs)).toEqual({ text: 'Name: ', blank: [template], unknown: [] })
  })

  it('leaves other expressions as written and names them', () => {
    const template = "@{utcNow()} @{concat(triggerBody()?['Count'], 1)}"
    expect(fillTemplate(template, outputs)).toEqual({
      text: template,
      blank: [],
      unknown: ['@{utcNow()}', "@{concat(triggerBody()?['Count'], 1)}"],
    })
  })

  it('escapes values, not the template, and never reads a value as a template', () => {
    const escapeHtml = (value: string): string => value.replaceAll('<', '&lt;')
    const hostile = { headers: [], body: { a: "<b>@{triggerBody()?['a']}" } }
    expect(fillTemplate("<p>@{triggerBody()?['a']}</p>", hostile, escapeHtml).text).toBe(
      "<p>&lt;b>@{triggerBody()?['a']}</p>",
    )
  })

  it('fills one template for each lead anew, also when many others came between', () => {
    const template = "Hello @{triggerBody()?['name']}"
    const fill = (name: string | null) => fillTemplate(template, { headers: [], body: { name } })
    expect(fill('Ann').text).toBe('Hello Ann')
    expect(fill(null)).toEqual({ text: 'Hello ', blank: ["@{triggerBody()?['name']}"], unknown: [] })
    for (let number = 0; number < 1000; number += 1) {
      expect(fillTemplate(`${number} ${template}`, { headers: [], body: { name: 'Bo' } }).text).toBe(
        `${number} Hello Bo`,
      )
    }
    expect(fill('Cy').text).toBe('Hello Cy')
  })
})

describe('hostile templates and leads', () => {
  it('quotes without an end are read at once, as text', () => {
    const text = `@{${"'".repeat(5001)}`
    expect(parseTemplate(text)).toEqual([{ kind: 'text', text }])
  })

  it.each([
    ['@{', '@{'],
    ['@{}', '@{}'],
    ['@{{x}}', '@{{x}}'],
    ["@{triggerBody()?['a']", "@{triggerBody()?['a']"],
    ["@@@{triggerBody()?['Count']}", "@@{triggerBody()?['Count']}"],
    ["@{triggerBody()?['}']}", 'brace'],
    ["@{triggerBody()?['''']}", 'quote'],
    ["@{triggerBody()?['__proto__']}", 'own'],
  ])('%s → %s', (template, text) => {
    const body = JSON.parse('{"Count":3,"}":"brace","\'":"quote","__proto__":"own"}')
    expect(fillTemplate(template, { headers: [], body }).text).toBe(text)
  })

  it('a text that would become too long is refused before it is put together', () => {
    const body = { a: 'x'.repeat(5_000_000) }
    expect(fillTemplate("@{triggerBody()?['a']}", { headers: [], body }).text).toHaveLength(5_000_000)
    expect(() => fillTemplate("@{triggerBody()?['a']}".repeat(100), { headers: [], body })).toThrow(TextTooLong)
  })
})

describe('writeToken', () => {
  const keys = fc.array(fc.oneof(fc.string(), fc.nat(1000)))
  const tokens: fc.Arbitrary<Token> = fc.oneof(
    keys.map((path) => ({ source: 'body', path }) as const),
    fc.string().map((name) => ({ source: 'header', name }) as const),
  )

  it('writes what parseTemplate reads', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        expect(parseTemplate(writeToken(token))).toEqual([{ kind: 'token', token, written: writeToken(token) }])
      }),
    )
  })

  it('every text comes back from its parts', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('@@{'))
        const parts = parseTemplate(text).map((part) => (part.kind === 'text' ? part.text : part.written))
        expect(parts.join('')).toBe(text)
      }),
    )
  })
})
