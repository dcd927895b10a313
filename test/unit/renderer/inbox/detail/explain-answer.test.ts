import { describe, expect, it } from 'vitest'
import detail from '../../../../../resources/locales/en/detail.json'
import {
  errorBodyOf,
  explainAnswer,
  explainedErrorCodes,
  explainedStatuses,
} from '../../../../../src/renderer/src/inbox/detail/explain-answer'

const body = (text: string) => new TextEncoder().encode(text)
const none = body('')

describe('what an answer means', () => {
  it('is said by the error code first', () => {
    const error = body(
      '{"error":{"code":"AuthorizationFailed","message":"The authentication credentials are not valid."}}',
    )
    expect(explainAnswer({ status: 401, body: error })).toEqual({ kind: 'error', code: 'AuthorizationFailed' })
    expect(errorBodyOf(error)).toEqual({
      code: 'AuthorizationFailed',
      message: 'The authentication credentials are not valid.',
    })
  })

  it('is said by the status where the code is unknown or missing', () => {
    expect(explainAnswer({ status: 202, body: none })).toEqual({ kind: 'status', status: 202 })
    expect(explainAnswer({ status: 401, body: body('{"error":{"code":"Strange"}}') })).toEqual({
      kind: 'status',
      status: 401,
    })
    expect(explainAnswer({ status: 413, body: body('<html>') })).toEqual({ kind: 'status', status: 413 })
  })

  it('is said by the class of the status for all others', () => {
    expect(explainAnswer({ status: 201, body: none })).toEqual({ kind: 'class', name: 'success' })
    expect(explainAnswer({ status: 418, body: none })).toEqual({ kind: 'class', name: 'refused' })
    expect(explainAnswer({ status: 599, body: none })).toEqual({ kind: 'class', name: 'broken' })
    expect(explainAnswer({ status: 302, body: none })).toEqual({ kind: 'class', name: 'other' })
    expect(explainAnswer({ status: 0, body: none })).toEqual({ kind: 'none' })
  })

  it('has exactly one text for each code and status that it explains', () => {
    expect(Object.keys(detail.answer.error).sort()).toEqual([...explainedErrorCodes].sort())
    expect(Object.keys(detail.answer.status).map(Number).sort()).toEqual([...explainedStatuses].sort())
  })

  it('takes no error from a body of another form', () => {
    for (const text of ['', 'null', '[]', '{"error":"text"}', '{"error":{"code":1}}', '{"err']) {
      expect(errorBodyOf(body(text))).toBeNull()
    }
  })
})
