import { describe, expect, it } from 'vitest'
import { createFileGrants } from '../../../src/engine/file-grants'

describe('file grants', () => {
  it('give the path of a token once', () => {
    const grants = createFileGrants()
    grants.grant('a', 'chosen.csv')
    expect(grants.take('a')).toBe('chosen.csv')
    expect(() => grants.take('a')).toThrow(expect.objectContaining({ code: 'file-unreadable' }))
  })
})
