import { describe, expect, it } from 'vitest'
import { openTestStorage } from '../../helpers/open-test-storage'
import { tempFolder } from '../../helpers/temp-folder'

describe('flows', () => {
  it('begin with one named Default that stays the same', () => {
    const folder = tempFolder()
    const first = openTestStorage(folder)
    const flow = first.flows.ensureDefault('{"type":"object"}')
    expect(flow).toMatchObject({ name: 'Default', state: 'started', method: 'POST', schemaText: '{"type":"object"}' })
    expect(flow.id).toMatch(/^[0-9a-f]{32}$/)
    expect(flow.signature).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(flow.signature, 'base64url')).toHaveLength(32)
    first.close()
    const { flows } = openTestStorage(folder)
    expect(flows.ensureDefault('other')).toEqual(flow)
    expect(flows.list()).toEqual([flow])
  })

  it('keep what is changed and nothing else', () => {
    const { flows } = openTestStorage()
    const flow = flows.ensureDefault('')
    const changes = { name: 'Åre 株 \0', state: 'disabled', schemaValidation: true, triggeredBy: 'tenant' } as const
    expect(flows.change(flow.id, changes)).toEqual({ ...flow, ...changes })
    expect(flows.get(flow.id)).toEqual({ ...flow, ...changes })
    expect(() => flows.change('none', { name: 'x' })).toThrow('bad-input')
    expect(flows.get('none')).toBeNull()
  })

  it('remember the signatures they had', () => {
    const { flows } = openTestStorage()
    const first = flows.ensureDefault('')
    const second = flows.regenerateSignature(first.id)
    const third = flows.regenerateSignature(first.id)
    expect(new Set([first.signature, second.signature, third.signature]).size).toBe(3)
    expect(flows.previousSignatures(first.id)).toEqual([second.signature, first.signature])
    expect(flows.get(first.id)).toEqual({ ...first, signature: third.signature })
    expect(() => flows.regenerateSignature('none')).toThrow('bad-input')
  })

  it('are listed in the order of their creation', () => {
    const { flows } = openTestStorage()
    const flow = flows.ensureDefault('')
    const older = { ...flow, id: '0'.repeat(32), name: 'Older', createdAt: flow.createdAt - 1 }
    flows.insert(older)
    expect(flows.list()).toEqual([older, flow])
  })
})
