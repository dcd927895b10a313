import { httpServer, type LocalServer } from './local-servers'
import type { TestCertificate } from './test-certificates'

export type DataverseStandIn = {
  readonly organisation: string
  /** Tokens asked for. */
  readonly tokens: () => number
  /** Rows that were made. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** Forgets the tokens that it gave. */
  readonly withdraw: () => void
}

export const tenantId = '11111111-2222-3333-4444-555555555555'
export const clientId = '99999999-8888-7777-6666-555555555555'
export const clientSecret = 'client-secret'

const columns = new Set([
  'subject',
  'firstname',
  'lastname',
  'companyname',
  'jobtitle',
  'emailaddress1',
  'telephone1',
  'address1_country',
  'address2_postalcode',
  'description',
  'leadsourcecode',
])

/**
 * A stand-in for Dataverse and the identity platform, on loopback over TLS. It is not the real thing: it only checks
 * the wire contract of facts §6, token request, headers and columns, and answers in its shapes.
 */
export async function startDataverseStandIn(certificate: TestCertificate): Promise<DataverseStandIn> {
  const rows: Record<string, unknown>[] = []
  let issued = 0
  let valid = ''
  const server: LocalServer = await httpServer((request, response) => {
    const seen = server.seen.at(-1)
    const header = (name: string): string => String(request.headers[name] ?? '')
    const json = (status: number, body: unknown): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    const body = seen?.body.toString('utf8') ?? ''
    if (request.url === `/${tenantId}/oauth2/v2.0/token` && request.method === 'POST') {
      const form = Object.fromEntries(new URLSearchParams(body))
      const right =
        form.grant_type === 'client_credentials' &&
        form.client_id === clientId &&
        form.client_secret === clientSecret &&
        form.scope === `${server.url.replace('127.0.0.1', 'localhost')}/.default` &&
        header('content-type') === 'application/x-www-form-urlencoded'
      if (!right)
        return json(401, {
          error: 'invalid_client',
          error_description: 'AADSTS7000215: Invalid client secret provided.',
        })
      issued += 1
      valid = `token-${issued}`
      return json(200, { token_type: 'Bearer', expires_in: 3599, access_token: valid })
    }
    if (request.url !== '/api/data/v9.2/leads' || request.method !== 'POST') {
      return json(404, {
        error: { code: '0x80060888', message: `Resource not found for the segment '${request.url}'.` },
      })
    }
    if (header('authorization') !== `Bearer ${valid}` || valid === '') return json(401, {})
    if (header('odata-version') !== '4.0' || !header('content-type').startsWith('application/json')) {
      return json(400, { error: { code: '0x80048d19', message: 'Error in headers.' } })
    }
    const row: Record<string, unknown> = JSON.parse(body)
    const unknown = Object.keys(row).find((name) => !columns.has(name))
    if (unknown !== undefined) {
      const message = `Could not find a property named '${unknown}' on type 'Microsoft.Dynamics.CRM.lead'.`
      return json(400, { error: { code: '0x0', message } })
    }
    if ('leadsourcecode' in row && !Number.isInteger(row.leadsourcecode)) {
      return json(400, {
        error: { code: '0x80048d19', message: 'Cannot convert the literal to the expected type Edm.Int32.' },
      })
    }
    rows.push(row)
    const id = `00000000-0000-0000-0000-${String(rows.length).padStart(12, '0')}`
    response.writeHead(204, { 'OData-Version': '4.0', 'OData-EntityId': `${server.url}/api/data/v9.2/leads(${id})` })
    response.end()
  }, certificate)
  return {
    organisation: server.url.replace('127.0.0.1', 'localhost'),
    tokens: () => issued,
    rows,
    withdraw: () => {
      valid = ''
    },
  }
}
