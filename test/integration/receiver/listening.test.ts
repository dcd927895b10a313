import { once } from 'node:events'
import { request as httpsRequest } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { defaultSettings } from '@shared/settings'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCertificate } from '../../../src/engine/receiver/certificate'
import { createReceiver } from '../../../src/engine/receiver/receiver'
import { sampleFlow, targetOf } from '../../unit/engine/receiver/known-flow'
import { exchangeRaw, openRaw, post, startReceiver } from './receiver-fixture'

const target = targetOf(sampleFlow)
const settings = { ...defaultSettings.engine, port: 0, httpsPort: 0 }
const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'))

/** Takes a port that nobody else has; released after the test. */
async function occupiedPort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  return (server.address() as AddressInfo).port
}

describe('where the receiver listens', () => {
  it('on 127.0.0.1, and on the same port of ::1 where there is one', async () => {
    const { receiver, port, received } = await startReceiver()
    expect(receiver.state()).toEqual({
      state: 'listening',
      port,
      addresses: hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1'],
      httpsPort: null,
      httpsError: null,
    })
    expect(await exchangeRaw(port, post(target, '{}'))).toContain(' 202 ')
    if (hasIpv6) {
      expect(await exchangeRaw(port, post(target, '{}'), '::1')).toContain(' 202 ')
      expect(received[1]?.peer.address).toBe('::1')
    }
  })

  it('on every address when asked', async () => {
    const { receiver, port } = await startReceiver({ settings: { listenOn: 'all' } })
    expect(receiver.state()).toMatchObject({ addresses: hasIpv6 ? ['0.0.0.0', '::'] : ['0.0.0.0'] })
    expect(await exchangeRaw(port, post(target, '{}'))).toContain(' 202 ')
  })

  it('says that a port is in use, offers a free one, and takes it when told to', async () => {
    const taken = await occupiedPort()
    const receiver = createReceiver({ onRequest: () => Promise.reject(new Error()), onStateChange: () => undefined })
    onTestFinished(() => receiver.stop())
    const state = await receiver.start({ ...settings, port: taken })
    expect(state).toMatchObject({ state: 'port-in-use', port: taken, freePort: expect.any(Number) })
    const free = state.state === 'port-in-use' && state.freePort !== null ? state.freePort : 0
    expect(free).not.toBe(taken)
    expect(await receiver.start({ ...settings, port: free })).toMatchObject({ state: 'listening', port: free })
  })

  it('goes on over HTTP when the HTTPS port is in use, and says so', async () => {
    const taken = await occupiedPort()
    const receiver = createReceiver({ onRequest: () => Promise.reject(new Error()), onStateChange: () => undefined })
    onTestFinished(() => receiver.stop())
    const both = { ...settings, httpsEnabled: true, httpsPort: taken }
    expect(await receiver.start(both)).toMatchObject({
      state: 'listening',
      httpsPort: null,
      httpsError: { code: 'port-in-use', params: { port: taken } },
    })
    expect(receiver.certificatePem()).toBeNull()
  })

  it('says what is wrong with a certificate', async () => {
    const receiver = createReceiver({ onRequest: () => Promise.reject(new Error()), onStateChange: () => undefined })
    const state = await receiver.start({ ...settings, httpsEnabled: true }, { certPem: 'x', keyPem: 'y' })
    expect(state).toMatchObject({ state: 'listening', httpsPort: null, httpsError: { code: 'tls-failed' } })
  })

  it('over TLS, with the certificate it was given', async () => {
    const certificate = await createCertificate()
    const { receiver, httpsPort, received } = await startReceiver({ settings: { httpsEnabled: true }, certificate })
    expect(receiver.certificatePem()).toBe(certificate.certPem)
    for (const host of ['127.0.0.1', 'localhost']) {
      const options = { host, port: httpsPort, path: target, method: 'POST', ca: certificate.certPem, agent: false }
      const request = httpsRequest(options)
      request.end('{}')
      const [response] = await once(request, 'response')
      response.resume()
      expect(response.statusCode).toBe(202)
    }
    expect(received.map(({ secure }) => secure)).toEqual([true, true])
  })

  it('makes a certificate where it was given none', async () => {
    const { receiver, httpsPort } = await startReceiver({ settings: { httpsEnabled: true } })
    expect(httpsPort).toBeGreaterThan(0)
    expect(receiver.certificatePem()).toContain('BEGIN CERTIFICATE')
  })
})

describe('stopping', () => {
  it('finishes what has begun and closes', async () => {
    const release: (() => void)[] = []
    const { receiver, port, arrived, states } = await startReceiver({
      onRequest: () =>
        new Promise((resolve) =>
          release.push(() => resolve({ status: 202, reason: 'Accepted', headers: [], body: new Uint8Array(0) })),
        ),
    })
    const idle = await openRaw(port)
    const handled = await openRaw(port)
    const uploading = await openRaw(port)
    handled.socket.write(`POST ${target} HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}`)
    uploading.socket.write(`POST ${target} HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{`)
    await uploading.until('100 Continue\r\n\r\n')
    await arrived(1)
    const stopped = receiver.stop()
    await idle.closed()
    uploading.socket.write('}')
    await arrived(2)
    for (const answer of release) answer()
    for (const connection of [handled, uploading]) {
      const text = await connection.closed()
      expect(text).toContain('HTTP/1.1 202 ')
      expect(text).toContain('\r\nConnection: close\r\n')
    }
    await stopped
    expect(states.map(({ state }) => state)).toEqual(['starting', 'listening', 'stopped'])
    await expect(openRaw(port)).rejects.toThrow(/ECONNREFUSED/)
  })

  it('does not wait for ever, and keeps what was under way', async () => {
    const { receiver, port, received } = await startReceiver({ limits: { stopMs: 100 } })
    const slow = await openRaw(port)
    slow.socket.on('error', () => undefined)
    slow.socket.write(`POST ${target} HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n`)
    await slow.until('100 Continue')
    await receiver.stop()
    expect(received.map(({ problem }) => problem?.diagnosis.code)).toEqual(['request-aborted'])
  })

  it('can start again, on the same port, without losing its order', async () => {
    const { receiver, port } = await startReceiver()
    const again = await Promise.all([
      receiver.start({ ...settings, port }),
      receiver.stop(),
      receiver.start({ ...settings, port }),
    ])
    expect(again[2]).toMatchObject({ state: 'listening', port })
    expect(await exchangeRaw(port, post(target, '{}'))).toContain(' 202 ')
  })
})
