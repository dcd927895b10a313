// Leads for the benches, each with a name of its own, over keep-alive connections.
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

/** @param {string} lastName */
export function leadOf(lastName) {
  return JSON.stringify({
    UserDetails: {
      FirstName: 'Bench',
      LastName: lastName,
      Email: `${lastName.toLowerCase()}@contoso.com`,
      Phone: '16175555555',
      Country: 'USA',
      Company: 'Contoso',
      Title: 'Esquire',
    },
    LeadSource: 'AzureMarketplace-INS|Test Microsoft',
    ActionCode: 'INS',
    OfferTitle: 'Test Microsoft',
    Description: 'A lead of about four hundred bytes, as they usually come, sent by a bench.',
  })
}

/** @returns {Promise<number>} the answer's status */
export async function send(url, body) {
  return (await post(url, body)).status
}

/** @returns {Promise<{ status: number, runId: string | undefined }>} of the answer, once it is whole */
export function post(url, body) {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } },
      (response) => {
        response
          .resume()
          .on('end', () => resolve({ status: response.statusCode, runId: response.headers['x-ms-workflow-run-id'] }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends leads number `from` to `to` (excluded) as fast as they are taken. Throws when one is not acknowledged. */
export async function sendMany(url, from, to) {
  let next = from
  const sender = async () => {
    while (next < to) {
      const status = await send(url, leadOf(`N${String(next++).padStart(7, '0')}`))
      if (status !== 202) throw new Error(`A lead was answered with ${status}.`)
    }
  }
  await Promise.all(Array.from({ length: 32 }, sender))
}
