import { describe, expect, it } from 'vitest'
import type { SendResult } from '../../../src/engine/sender/sender'
import { httpServer } from '../../helpers/local-servers'
import { prepared, testSender } from '../../helpers/prepared'

function answerOf(result: SendResult) {
  if (result.outcome.kind !== 'answered') throw new Error(JSON.stringify(result.outcome))
  return result.outcome.answer
}

/** Redirects `/<status>` to `/end`, `/round` to itself, and answers the rest with 200. */
function redirecting(target = '/end') {
  return httpServer((request, response) => {
    const status = Number(request.url?.slice(1))
    if (request.url === '/round') response.writeHead(302, { Location: '/round' })
    else if (status >= 300) response.writeHead(status, { Location: target })
    response.end('done')
  })
}

describe('redirects', () => {
  it.each([
    [301, 'GET', 0],
    [302, 'GET', 0],
    [303, 'GET', 0],
    [307, 'POST', 7],
    [308, 'POST', 7],
  ])('%i goes on as %s', async (status, method, bodySize) => {
    const server = await redirecting()
    const result = await testSender().send(prepared(`${server.url}/${status}`))
    expect(answerOf(result)).toMatchObject({
      status: 200,
      redirects: [{ status, method: 'POST', from: `${server.url}/${status}`, to: `${server.url}/end` }],
    })
    expect(result.sent).toMatchObject({ method: 'POST', url: `${server.url}/${status}` })
    const last = server.seen[1]
    expect(last).toMatchObject({ method, target: '/end' })
    expect(last?.body.byteLength).toBe(bodySize)
    const types = last?.headers.filter(([name]) => /^content-/i.test(name)) ?? []
    expect(types.length).toBe(bodySize === 0 ? 0 : 2)
  })

  it('does not take credentials to another host', async () => {
    const other = await httpServer((_request, response) => response.end())
    const first = await redirecting(`${other.url}/end`)
    const headers = [
      ['Authorization', 'Bearer secret'],
      ['Cookie', 'a=b'],
      ['X-Kept', '1'],
    ] as const
    const sender = testSender()
    await sender.send(prepared(`${first.url}/307`, { headers }))
    const names = other.seen[0]?.headers.map(([name]) => name)
    expect(names).toContain('X-Kept')
    expect(names).not.toContain('Authorization')
    expect(names).not.toContain('Cookie')
    const same = await redirecting()
    await sender.send(prepared(`${same.url}/307`, { headers }))
    expect(same.seen[1]?.headers).toContainEqual(['Authorization', 'Bearer secret'])
  })

  it('are answers when they are not to be followed, or lead nowhere', async () => {
    const server = await redirecting('mailto:someone@example.com')
    const sender = testSender()
    expect(answerOf(await sender.send(prepared(`${server.url}/302`)))).toMatchObject({ status: 302, redirects: [] })
    const plain = await redirecting()
    const settings = { followRedirects: false }
    expect(answerOf(await sender.send(prepared(`${plain.url}/302`, { settings })))).toMatchObject({ status: 302 })
    expect(plain.seen.length).toBe(1)
  })

  it('end where the settings say', async () => {
    const server = await redirecting()
    const result = await testSender().send(prepared(`${server.url}/round`, { settings: { maxRedirects: 3 } }))
    expect(result.outcome).toMatchObject({ kind: 'failed', failure: { kind: 'too-many-redirects' } })
    expect(server.seen.length).toBe(4)
  })
})
