import { describe, expect, it } from 'vitest'
import { readContentType } from '../../../../src/engine/ingest/content-type'

describe('readContentType', () => {
  it.each([
    ['application/json', null],
    ['application/json; charset=utf-8', 'utf-8'],
    ['Application/JSON;Charset="UTF-16"', 'UTF-16'],
    ['application/cloudevents+json; v=1; charset=latin1', 'latin1'],
    ['application/json;', null],
    ['application/json; charset=', null],
  ])('takes %s as JSON', (header, charset) => {
    expect(readContentType(header)).toEqual({ isJson: true, charset, findings: [] })
  })

  it('says what a flow makes of anything else', () => {
    expect(readContentType('text/plain; charset=utf-8')).toEqual({
      isJson: false,
      charset: 'utf-8',
      findings: [
        { severity: 'warning', code: 'content-type-not-json', pointer: '', params: { contentType: 'text/plain' } },
      ],
    })
    expect(readContentType('application/jsonx').isJson).toBe(false)
    for (const header of [undefined, '', ' ']) {
      expect(readContentType(header).findings.map(({ code }) => code)).toEqual(['content-type-missing'])
    }
  })
})
