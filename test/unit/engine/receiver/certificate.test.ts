import { createPrivateKey, X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { createCertificate } from '../../../../src/engine/receiver/certificate'

it('makes a certificate for the names and addresses of this computer', async () => {
  const { certPem, keyPem } = await createCertificate()
  const certificate = new X509Certificate(certPem)
  expect(certificate.checkHost('localhost')).toBe('localhost')
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
  expect(certificate.checkIP('::1')).toBe('::1')
  expect(certificate.checkPrivateKey(createPrivateKey(keyPem))).toBe(true)
  expect(certificate.ca).toBe(false)
  const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / 86_400_000
  expect(days).toBeGreaterThan(700)
  expect(days).toBeLessThan(825)
})
