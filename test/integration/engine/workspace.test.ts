import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSample } from '@shared/lead/samples'
import { newRequest } from '@shared/request/request-template'
import { type Draft, emptyWorkspace } from '@shared/workspace/draft'
import { describe, expect, it } from 'vitest'
import { startTestEngine } from '../../helpers/engine'
import { post } from '../../helpers/post'
import { tempFolder } from '../../helpers/temp-folder'

const draft: Draft = {
  id: 'one',
  nodeId: null,
  revision: null,
  kind: 'request',
  name: 'Half typed',
  description: '',
  request: { ...newRequest, url: 'https://exa' },
  checks: [],
  content: '',
  unsaved: true,
  historyId: null,
  selections: { request: 'body' },
}

describe('tabs', () => {
  it('come back with the next start, the latest edit of each', async () => {
    const folder = tempFolder()
    const first = await startTestEngine({ folder })
    const workspace = { ...emptyWorkspace, tabs: ['one', 'two'], activeTab: 'two' }
    await first.handlers['draft.save']({ draft })
    await first.handlers['draft.save']({ draft: { ...draft, name: 'Typed further' } })
    await first.handlers['draft.save']({ draft: { ...draft, id: 'two' } })
    await first.handlers['workspace.save']({ workspace })
    await first.close()

    const second = await startTestEngine({ folder })
    const found = await second.handlers['workspace.get']({})
    expect(found.workspace).toEqual(workspace)
    expect(found.drafts).toHaveLength(2)
    expect(found.drafts).toContainEqual({ ...draft, name: 'Typed further' })
    await second.handlers['draft.delete']({ id: 'one' })
    expect((await second.handlers['workspace.get']({})).drafts.map(({ id }) => id)).toEqual(['two'])
  })

  it('are empty at first', async () => {
    const engine = await startTestEngine()
    expect(await engine.handlers['workspace.get']({})).toEqual({ workspace: emptyWorkspace, drafts: [] })
  })
})

describe('file.approve', () => {
  it('takes a file that the user chose, once by its token', async () => {
    const engine = await startTestEngine()
    const path = join(engine.folder, 'picture.bin')
    writeFileSync(path, 'twelve bytes')
    engine.grantFile('token', path)
    expect(await engine.handlers['file.approve']({ fileToken: 'token' })).toEqual({
      path,
      name: 'picture.bin',
      size: 12,
    })
    await expect(async () => engine.handlers['file.approve']({ fileToken: 'token' })).rejects.toMatchObject({
      code: 'file-unreadable',
    })
  })
})

describe('body.check', () => {
  it.each([
    ['{"UserDetails": {"FirstName": 1}}', 'schema-mismatch', '/UserDetails/FirstName'],
    ['{"userDetails": {"FirstName": "Some"}}', 'key-case-differs', '/userDetails'],
    ['{"UserDetails": ', 'json-error', ''],
  ])('%s has %s at "%s"', async (text, code, pointer) => {
    const engine = await startTestEngine()
    const findings = await engine.handlers['body.check']({ text, flowId: null })
    expect(findings).toContainEqual(expect.objectContaining({ code, pointer }))
  })

  it('has nothing against the articles’ sample, an empty body, or variables in place of values', async () => {
    const engine = await startTestEngine()
    const sample = new TextDecoder().decode(buildSample('article').body)
    for (const text of [sample, ' ', sample.replace('"Some"', '{{firstName}}')]) {
      const findings = await engine.handlers['body.check']({ text, flowId: null })
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    }
  })

  it('asks the schema of the flow', async () => {
    const engine = await startTestEngine()
    await engine.handlers['flow.change']({ id: engine.flowId, changes: { schemaText: '{"required": ["Budget"]}' } })
    const findings = await engine.handlers['body.check']({ text: '{}', flowId: engine.flowId })
    expect(findings.map(({ message }) => message)).toContain('Required properties are missing from object: Budget.')
  })
})

describe('lead.as-request', () => {
  it('makes a request that arrives as the lead did', async () => {
    const engine = await startTestEngine()
    const sample = buildSample('camel-case-keys')
    await post(engine.url, sample.body, { 'Content-Type': sample.contentType, 'X-Campaign': 'autumn' })
    const { leads } = await engine.event('leads-stored')
    const request = await engine.handlers['lead.as-request']({ id: leads[0]?.id ?? 0 })
    expect(request).toMatchObject({ method: 'POST', url: engine.url, auth: { type: 'none' } })
    expect(request.body).toEqual({ type: 'raw', language: 'json', text: new TextDecoder().decode(sample.body) })
    const names = request.headers.map(({ name }) => name.toLowerCase())
    expect(names).toEqual(expect.arrayContaining(['content-type', 'x-campaign']))
    expect(names).not.toContain('host')
    expect(names).not.toContain('content-length')
  })
})
