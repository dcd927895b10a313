import { AppError } from '@shared/app-error'
import { describe, expect, it } from 'vitest'
import { closedPort, httpServer, tcpServer } from '../../helpers/local-servers'
import { prepared, testSender } from '../../helpers/prepared'
import { proxyServer } from '../../helpers/proxy-server'
import { makeAuthority, makeCertificate } from '../../helpers/test-certificates'

const failed = (code: string) => ({ kind: 'failed', failure: { kind: 'proxy-failed', code } })

describe('a proxy', () => {
  it('gets plain requests with the whole address, and its credentials are for it alone', async () => {
    const server = await httpServer((_request, response) => response.end('ok'))
    const proxy = await proxyServer('ann:p@ss')
    const settings = { proxy: `http://ann:p%40ss@127.0.0.1:${proxy.port}` }
    const result = await testSender().send(prepared(`${server.url}/a?b`, { settings }))
    expect(result.outcome).toMatchObject({ kind: 'answered', answer: { status: 200, bodyText: 'ok' } })
    expect(proxy.asked).toEqual([`POST ${server.url}/a?b`])
    expect(server.seen[0]?.headers.map(([name]) => name.toLowerCase())).not.toContain('proxy-authorization')
    expect(JSON.stringify(result.sent)).not.toContain('Proxy-Authorization')
  })

  it('is asked for a tunnel to HTTPS, once a connection, and the server is checked as ever', async () => {
    const authority = await makeAuthority()
    const server = await httpServer((_request, response) => response.end('ok'), await makeCertificate(authority))
    const proxy = await proxyServer('ann:secret')
    const settings = { proxy: `ann:secret@127.0.0.1:${proxy.port}` }
    const sender = testSender({ trustedCertificates: () => [authority.cert] })
    const first = await sender.send(prepared(server.url, { settings }))
    await sender.send(prepared(server.url, { settings }))
    expect(first.outcome).toMatchObject({ kind: 'answered', answer: { certificate: { subject: 'localhost' } } })
    expect(first.timing.tls).toBeGreaterThan(0)
    expect(proxy.asked).toEqual([`CONNECT 127.0.0.1:${server.port}`])
    expect(server.seen.length).toBe(2)
    const { outcome } = await testSender().send(prepared(server.url, { settings }))
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'tls-untrusted' } })
  })

  it('that is not there, refuses, or is none, is named as the cause', async () => {
    const target = 'https://127.0.0.1:1/'
    const sender = testSender()
    const through = async (proxy: string) => (await sender.send(prepared(target, { settings: { proxy } }))).outcome
    expect(await through(`127.0.0.1:${await closedPort()}`)).toMatchObject(failed('ECONNREFUSED'))
    const strict = await proxyServer('ann:secret')
    expect(await through(`http://127.0.0.1:${strict.port}`)).toMatchObject(failed('HTTP_407'))
    const lost = await proxyServer()
    expect(await through(`http://127.0.0.1:${lost.port}`)).toMatchObject(failed('HTTP_502'))
    const garbage = await tcpServer((socket) => socket.end('no proxy\r\n\r\n'))
    expect(await through(garbage.url)).toMatchObject({ kind: 'failed', failure: { kind: 'proxy-failed' } })
    const closing = await tcpServer((socket) => void socket.once('data', () => socket.destroy()))
    expect(await through(closing.url)).toMatchObject(failed('ECONNRESET'))
  })

  it('is left in the middle of its work by a cancel', async () => {
    const cancel = new AbortController()
    const silent = await tcpServer((socket) => void socket.once('data', () => cancel.abort()))
    const sending = testSender().send(prepared('https://127.0.0.1:1/', { settings: { proxy: silent.url } }), {
      signal: cancel.signal,
    })
    await expect(sending).rejects.toEqual(new AppError('cancelled'))
  })

  it('has an address that can be read', async () => {
    for (const proxy of ['socks5://127.0.0.1:1080', 'http://', 'http://a b']) {
      await expect(testSender().send(prepared('http://127.0.0.1:1/', { settings: { proxy } }))).rejects.toMatchObject({
        code: 'request-not-valid',
      })
    }
  })
})
