import { generate } from 'selfsigned'

export type TestCertificate = { readonly cert: string; readonly key: string }

const day = 24 * 60 * 60 * 1000

/** A certificate authority of the test's own. */
export async function makeAuthority(): Promise<TestCertificate> {
  const made = await generate([{ name: 'commonName', value: 'Test authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true, critical: true },
    ],
  })
  return { cert: made.cert, key: made.private }
}

/** A certificate for a server or client, signed by the authority. `expired`: since yesterday. */
export async function makeCertificate(
  authority: TestCertificate,
  options: {
    readonly name?: string
    readonly names?: readonly (
      | { readonly type: 2; readonly value: string }
      | { readonly type: 7; readonly ip: string }
    )[]
    readonly expired?: boolean
    readonly passphrase?: string
  } = {},
): Promise<TestCertificate> {
  const now = Date.now()
  const made = await generate([{ name: 'commonName', value: options.name ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: authority,
    notBeforeDate: new Date(now - 2 * day),
    notAfterDate: new Date(options.expired ? now - day : now + day),
    ...(options.passphrase !== undefined && { passphrase: options.passphrase }),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...(options.names ?? [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
          ]),
        ],
      },
    ],
  })
  return { cert: made.cert, key: made.private }
}
