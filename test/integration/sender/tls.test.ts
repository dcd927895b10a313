import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import type { FileReference } from '@shared/request/request-template'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SendResult } from '../../../src/engine/sender/sender'
import { clientPfx, clientPfxCertificate, clientPfxPassphrase } from '../../helpers/client-pfx'
import { httpServer, tcpServer } from '../../helpers/local-servers'
import { prepared, testSender } from '../../helpers/prepared'
import { tempFolder } from '../../helpers/temp-folder'
import { makeAuthority, makeCertificate, type TestCertificate } from '../../helpers/test-certificates'

let authority: TestCertificate
let good: TestCertificate

beforeAll(async () => {
  authority = await makeAuthority()
  good = await makeCertificate(authority)
})

const server = (tls: object) => httpServer((_request, response) => response.end('ok'), tls)
const trusting = () => testSender({ trustedCertificates: () => [authority.cert] })

function failureOf(result: SendResult) {
  if (result.outcome.kind !== 'failed') throw new Error(`answered with ${result.outcome.answer.status}`)
  return result.outcome
}

function file(content: string | Uint8Array): FileReference {
  const path = join(tempFolder(), 'certificate')
  writeFileSync(path, content)
  return { path }
}

describe('the certificate of the server', () => {
  it('is told with the answer, and the handshake with the timing', async () => {
    const { url } = await server(good)
    const result = await trusting().send(prepared(url))
    if (result.outcome.kind !== 'answered') throw new Error(JSON.stringify(result.outcome))
    expect(result.outcome.answer.certificate).toMatchObject({
      subject: 'localhost',
      issuer: 'Test authority',
      names: ['localhost', '127.0.0.1'],
      problem: null,
      protocol: 'TLSv1.3',
    })
    expect(result.outcome.answer.certificate?.validTo).toBeGreaterThan(Date.now())
    expect(result.outcome.answer.certificate?.fingerprint256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    expect(result.timing.tls).toBeGreaterThan(0)
  })

  it('from an unknown authority: nothing is sent, and it is shown', async () => {
    const { url, seen } = await server(good)
    const { failure, certificate } = failureOf(await testSender().send(prepared(url)))
    expect(failure).toMatchObject({ kind: 'tls-untrusted', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
    expect(certificate).toMatchObject({ subject: 'localhost', problem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
    expect(seen).toEqual([])
  })

  it('that is its own authority, expired, or for another host', async () => {
    const selfSigned = await server(await makeAuthority())
    expect(failureOf(await testSender().send(prepared(selfSigned.url))).failure).toMatchObject({
      kind: 'tls-untrusted',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
    const expired = await server(await makeCertificate(authority, { expired: true }))
    const past = failureOf(await trusting().send(prepared(expired.url)))
    expect(past.failure).toMatchObject({ kind: 'tls-expired', code: 'CERT_HAS_EXPIRED' })
    expect(past.certificate?.validTo).toBeLessThan(Date.now())
    const elsewhere = await server(
      await makeCertificate(authority, { name: 'other.example', names: [{ type: 2, value: 'other.example' }] }),
    )
    const wrong = failureOf(await trusting().send(prepared(elsewhere.url.replace('127.0.0.1', 'localhost'))))
    expect(wrong.failure).toMatchObject({ kind: 'tls-wrong-host', code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect(wrong.certificate).toMatchObject({ names: ['other.example'] })
  })

  it('is not asked about when verification is off, and its problem is still told', async () => {
    const { url, seen } = await server(good)
    const sender = testSender()
    const settings = { verifyTls: false }
    const { outcome } = await sender.send(prepared(url, { settings }))
    expect(outcome).toMatchObject({
      kind: 'answered',
      answer: { status: 200, certificate: { problem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' } },
    })
    // The connection that was opened without the check is not used for a request with it.
    expect((await sender.send(prepared(url))).outcome.kind).toBe('failed')
    expect(seen.length).toBe(1)
  })

  it('cannot be had where the server speaks no TLS, and plain HTTP gets nowhere with TLS', async () => {
    const plain = await httpServer((_request, response) => response.end())
    const { failure } = failureOf(await testSender().send(prepared(plain.url.replace('http:', 'https:'))))
    expect(failure.kind).toBe('tls-failed')
    const closing = await tcpServer((socket) => void socket.once('data', () => socket.destroy()))
    expect(failureOf(await testSender().send(prepared(closing.url.replace('http:', 'https:')))).failure.kind).toBe(
      'tls-failed',
    )
    const secure = await server(good)
    expect(failureOf(await testSender().send(prepared(secure.url.replace('https:', 'http:')))).failure.kind).toMatch(
      /^(not-http|reset)$/,
    )
  })
})

describe('a client certificate', () => {
  const demanding = () => server({ ...good, ca: [authority.cert, clientPfxCertificate], requestCert: true })

  it('that is demanded and missing is named as such', async () => {
    const { url } = await demanding()
    const { failure } = failureOf(await trusting().send(prepared(url)))
    expect(failure.kind).toBe('client-certificate')
  })

  it('is shown: PEM files, one PEM file, PFX with its passphrase', async () => {
    const { url } = await demanding()
    const client = await makeCertificate(authority, { name: 'client' })
    const sender = trusting()
    const chosen = [
      { certificate: file(client.cert), key: file(client.key), passphrase: '' },
      { certificate: file(`${client.cert}\n${client.key}`), key: null, passphrase: '' },
      { certificate: file(clientPfx), key: null, passphrase: clientPfxPassphrase },
    ]
    for (const clientCertificate of chosen) {
      const { outcome } = await sender.send(prepared(url, { settings: { clientCertificate } }))
      expect(outcome.kind).toBe('answered')
    }
  })

  it('that cannot be used, or was not chosen, is not a failure of the server', async () => {
    const { url, seen } = await demanding()
    const certificate = file(clientPfx)
    const wrong = { certificate, key: null, passphrase: 'wrong' }
    const { failure } = failureOf(await trusting().send(prepared(url, { settings: { clientCertificate: wrong } })))
    expect(failure.kind).toBe('client-certificate')
    const strict = testSender({ isApproved: () => false })
    await expect(strict.send(prepared(url, { settings: { clientCertificate: wrong } }))).rejects.toEqual(
      new AppError('file-not-chosen', { path: certificate.path }),
    )
    expect(seen).toEqual([])
  })
})
