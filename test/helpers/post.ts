import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export type PostAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

export const sampleLead = JSON.stringify({
  UserDetails: {
    FirstName: 'Some',
    LastName: 'One',
    Email: 'someone@contoso.com',
    Phone: '16175555555',
    Country: 'USA',
    Company: 'Contoso',
    Title: 'Esquire',
  },
  LeadSource: 'AzureMarketplace',
  ActionCode: 'INS',
  OfferTitle: 'Test Microsoft',
  Description: 'Test run through Power Automate',
})

/** A keep-alive agent for many requests. */
export function keepAliveAgent(connections: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: connections })
}

/** POSTs a body as any sender would. Rejects when nothing is answered. */
export function post(
  url: string,
  body: string | Uint8Array = sampleLead,
  headers: Record<string, string> = {},
  agent?: Agent,
): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, ...(agent && { agent }) },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
        response.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
