import type { ConnectionSettings } from '@shared/connection/connection'
import { defaultColumns } from '@shared/flow/default-columns'
import type { RunDetail } from '@shared/run/run'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  clientId,
  clientSecret,
  type DataverseStandIn,
  startDataverseStandIn,
  tenantId,
} from '../../helpers/dataverse-stand-in'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { recordAction } from '../../helpers/flow-actions'
import { endedRun } from '../../helpers/flow-runs'
import { httpServer } from '../../helpers/local-servers'
import { post, sampleLead } from '../../helpers/post'
import { makeAuthority, makeCertificate, type TestCertificate } from '../../helpers/test-certificates'

let authority: TestCertificate
let certificate: TestCertificate

beforeAll(async () => {
  authority = await makeAuthority()
  certificate = await makeCertificate(authority)
})

const dataverse = ({ organisation }: Pick<DataverseStandIn, 'organisation'>): ConnectionSettings => ({
  kind: 'dataverse',
  organisation,
  tenantId,
  clientId,
  authority: organisation,
})

async function connect(
  settings: ConnectionSettings,
  secret: string,
  changes: Parameters<typeof recordAction>[0] = {},
): Promise<RunningEngine & { readonly connectionId: string }> {
  const engine = await startTestEngine({ trustedCertificates: [authority.cert] })
  const { id } = await engine.handlers['connection.create']({ name: 'CRM', settings, secret })
  const action = recordAction({ connectionId: id, ...changes })
  await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [action] })
  return { ...engine, connectionId: id }
}

const errorOf = ({ steps: [step] }: RunDetail) =>
  step?.state.state === 'Failed' ? step.state.error : (step?.state.state ?? null)

describe('a record in Dataverse (a stand-in)', () => {
  it('is made with the default columns; the token is kept for the next one', async () => {
    const standIn = await startDataverseStandIn(certificate)
    const engine = await connect(dataverse(standIn), clientSecret)
    await post(engine.url)
    const first = await endedRun(engine)
    expect(first.steps[0]?.state.state).toBe('Succeeded')
    expect(first.steps[0]?.outputs).toContainEqual({ name: 'OData-EntityId', value: expect.stringContaining('leads(') })
    await post(engine.url)
    await endedRun(engine, first.summary.id)
    expect(standIn.tokens()).toBe(1)
    expect(standIn.rows).toHaveLength(2)
    expect(standIn.rows[0]).toEqual({
      subject: 'Test Microsoft (INS)',
      firstname: 'Some',
      lastname: 'One',
      companyname: 'Contoso',
      jobtitle: 'Esquire',
      emailaddress1: 'someone@contoso.com',
      telephone1: '16175555555',
      address1_country: 'USA',
      description: 'AzureMarketplace\nTest run through Power Automate',
      leadsourcecode: 8,
    })
    expect(JSON.stringify(first)).not.toMatch(/client-secret|token-1/)
  })

  it('is made with a fresh token where the kept one was withdrawn', async () => {
    const standIn = await startDataverseStandIn(certificate)
    const engine = await connect(dataverse(standIn), clientSecret)
    await post(engine.url)
    const first = await endedRun(engine)
    standIn.withdraw()
    await post(engine.url)
    expect((await endedRun(engine, first.summary.id)).steps[0]?.state.state).toBe('Succeeded')
    expect(standIn.tokens()).toBe(2)
    expect(standIn.rows).toHaveLength(2)
  })

  it('explains a wrong client secret, also when the connection is tried', async () => {
    const standIn = await startDataverseStandIn(certificate)
    const engine = await connect(dataverse(standIn), 'wrong')
    await post(engine.url)
    expect(errorOf(await endedRun(engine))).toMatchObject({
      code: 'crm-sign-in',
      answer: expect.stringContaining('AADSTS7000215'),
    })
    expect(await engine.handlers['connection.try']({ id: engine.connectionId, to: '' })).toMatchObject({
      ok: false,
      code: 'crm-sign-in',
    })
    await engine.handlers['connection.change']({
      id: engine.connectionId,
      name: 'CRM',
      settings: dataverse(standIn),
      secret: clientSecret,
    })
    expect(await engine.handlers['connection.try']({ id: engine.connectionId, to: '' })).toEqual({ ok: true })
  })

  it('explains a column that it does not know, in its own words', async () => {
    const standIn = await startDataverseStandIn(certificate)
    const columns = [...defaultColumns.dataverse, { name: 'shoesize', value: '44' }]
    const engine = await connect(dataverse(standIn), clientSecret, { columns })
    await post(engine.url)
    expect(errorOf(await endedRun(engine))).toMatchObject({
      code: 'record-refused',
      params: { status: 400, code: '0x0' },
      answer: expect.stringContaining("'shoesize'"),
    })
  })

  it('is sent texts as texts, also where they are digits: only choices are numbers', async () => {
    const standIn = await startDataverseStandIn(certificate)
    const columns = [
      { name: 'address2_postalcode', value: '01234' },
      { name: 'telephone1', value: '123' },
      { name: 'leadsourcecode', value: '10' },
    ]
    const engine = await connect(dataverse(standIn), clientSecret, { columns })
    await post(engine.url)
    await endedRun(engine)
    expect(standIn.rows).toEqual([{ address2_postalcode: '01234', telephone1: '123', leadsourcecode: 10 }])
  })

  it('waits as long as it is asked to, for a token too', async () => {
    const server = await httpServer(
      (_request, response) => response.writeHead(429, { 'Retry-After': '60' }).end('{}'),
      certificate,
    )
    const organisation = server.url.replace('127.0.0.1', 'localhost')
    const engine = await connect(dataverse({ organisation }), clientSecret)
    await post(engine.url)
    const step = async () => (await engine.handlers['flow-run.get']({ id: 1 })).steps[0]
    await expect.poll(async () => (await step())?.state.state).toBe('Retrying')
    const state = (await step())?.state
    expect(state?.state === 'Retrying' ? state.nextAt - Date.now() : 0).toBeGreaterThan(50_000)
  })

  it('never sends a secret over plain http to another computer', async () => {
    const engine = await connect(
      {
        kind: 'dataverse',
        organisation: 'http://crm.contoso.example',
        tenantId,
        clientId,
        authority: 'http://login.contoso.example',
      },
      clientSecret,
    )
    await post(engine.url)
    expect(errorOf(await endedRun(engine))).toMatchObject({ code: 'url-not-valid' })
  })
})

describe('other systems', () => {
  it('Salesforce gets a form with its organisation and columns', async () => {
    const server = await httpServer((_request, response) => response.writeHead(200).end())
    const engine = await connect({ kind: 'salesforce', url: `${server.url}/servlet`, organisationId: '00D1' }, '', {
      system: 'salesforce',
      columns: defaultColumns.salesforce,
    })
    await post(engine.url, sampleLead.replace('"One"', JSON.stringify('Åse & "One"=+;')))
    expect((await endedRun(engine)).steps[0]?.state.state).toBe('Succeeded')
    const [seen, more] = server.seen
    expect(more).toBeUndefined()
    expect([seen?.method, seen?.target]).toEqual(['POST', '/servlet'])
    expect(seen?.headers).toContainEqual(['Content-Type', 'application/x-www-form-urlencoded'])
    expect(seen?.headers).toContainEqual(['Content-Length', String(seen?.body.byteLength)])
    expect([...new URLSearchParams(seen?.body.toString())]).toEqual([
      ['first_name', 'Some'],
      ['last_name', 'Åse & "One"=+;'],
      ['email', 'someone@contoso.com'],
      ['phone', '16175555555'],
      ['company', 'Contoso'],
      ['title', 'Esquire'],
      ['country', 'USA'],
      ['description', 'Test Microsoft (INS)\nTest run through Power Automate'],
      ['lead_source', 'AzureMarketplace'],
      ['oid', '00D1'],
    ])
  })

  it('HubSpot gets properties with the token, which is not shown', async () => {
    const server = await httpServer((_request, response) => response.writeHead(201).end('{}'))
    const engine = await connect({ kind: 'hubspot', url: `${server.url}/contacts` }, 'pat-123', {
      system: 'hubspot',
      columns: defaultColumns.hubspot,
    })
    await post(engine.url)
    const run = await endedRun(engine)
    expect(run.steps[0]?.state.state).toBe('Succeeded')
    const [seen, more] = server.seen
    expect(more).toBeUndefined()
    expect([seen?.method, seen?.target]).toEqual(['POST', '/contacts'])
    expect(seen?.headers).toContainEqual(['Content-Type', 'application/json'])
    expect(JSON.parse(seen?.body.toString() ?? '')).toEqual({
      properties: {
        firstname: 'Some',
        lastname: 'One',
        email: 'someone@contoso.com',
        phone: '16175555555',
        company: 'Contoso',
        country: 'USA',
        jobtitle: 'Esquire',
      },
    })
    expect(server.seen[0]?.headers).toContainEqual(['Authorization', 'Bearer pat-123'])
    expect(JSON.stringify(run)).not.toContain('pat-123')
  })
})
