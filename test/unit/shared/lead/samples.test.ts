import { readFileSync } from 'node:fs'
import { leadSchemas } from '@shared/lead/lead-schemas'
import { recognise } from '@shared/lead/recognise'
import { type SampleId, sampleIds } from '@shared/lead/sample-id'
import { buildSample } from '@shared/lead/samples'
import type { Verdict } from '@shared/lead/verdict'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../../src/engine/ingest/parse-json'
import { compileSchema } from '../../../../src/engine/schema/compile-schema'

const expected: Readonly<Record<SampleId, readonly [Verdict, ...string[]]>> = {
  article: ['matches'],
  'partner-center-test': ['matches'],
  acquired: ['matches'],
  'contact-me': ['matches'],
  'do-not-contact': ['matches-with-warnings', 'do-not-contact'],
  'azure-portal-create': ['matches'],
  'test-drive': ['matches'],
  'from-azure-marketplace': ['matches'],
  'from-azure-portal': ['matches'],
  'from-test-drive': ['matches'],
  appsource: ['matches'],
  'shape-2018': ['matches'],
  'camel-case-keys': ['matches-with-warnings', 'key-case-differs'],
  'missing-fields': ['matches-with-warnings', 'field-missing'],
  'null-values': ['does-not-match', 'field-null'],
  'blank-values': ['matches-with-warnings', 'field-blank'],
  'wrong-types': ['does-not-match', 'action-code-unknown', 'field-not-text'],
  'long-names': ['matches'],
  'non-latin-names': ['matches'],
  'hostile-strings': ['matches'],
  'broken-json': ['not-json', 'json-error'],
  duplicate: ['matches'],
}

const schema = compileSchema(leadSchemas['2020'])

function text(id: SampleId): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(buildSample(id).body)
}

/** The verdict as the pipeline gives it, with the codes of the lead's own warnings and errors. */
function judge(id: SampleId): readonly string[] {
  const parsed = parseJson(text(id))
  if (!parsed.ok) return ['not-json', parsed.finding.code]
  const lead = recognise(parsed.value)
  if (!schema.ok || !lead) return ['not-a-lead']
  const codes = new Set(lead.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code))
  if (schema.validate(parsed.value).length > 0) return ['does-not-match', ...codes]
  return [codes.size === 0 ? 'matches' : 'matches-with-warnings', ...codes]
}

describe('buildSample', () => {
  it.each(sampleIds)('%s shows what it is for', (id) => {
    const [verdict, ...codes] = expected[id]
    const [actual, ...found] = judge(id)
    expect(actual).toBe(verdict)
    expect(found).toEqual(expect.arrayContaining(codes.filter((code) => code !== 'action-code-unknown')))
    if (codes.length === 0) expect(found).toEqual([])
    expect(buildSample(id).contentType).toContain('application/json')
  })

  it('gives the article’s sample byte for byte', () => {
    expect(text('article')).toBe(readFileSync('resources/samples/lead-sample-2020.json', 'utf8'))
  })

  it('gives Partner Center’s test lead with new digits each time', () => {
    const documented = readFileSync('resources/samples/lead-partner-center-test.json', 'utf8')
    const first = text('partner-center-test')
    expect(first).not.toBe(text('partner-center-test'))
    expect(first.replaceAll(/MSFT_TEST_\d{18}/g, 'MSFT_TEST_636573304831318844')).toBe(documented)
  })

  it('keeps hostile characters in its hostile sample', () => {
    const lead = recognise(JSON.parse(text('hostile-strings')))
    expect(lead?.texts.firstName).toContain('<script>')
    expect(lead?.texts.lastName).toMatch(/^=/)
    expect(lead?.texts.title).toContain('\u202E')
  })
})
