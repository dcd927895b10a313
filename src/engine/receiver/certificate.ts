/** A certificate and its private key in PEM. */
export type Certificate = { readonly certPem: string; readonly keyPem: string }

const day = 24 * 60 * 60 * 1000

/**
 * Makes a self-signed certificate for the HTTPS listener: localhost, 127.0.0.1 and ::1, P-256, valid for 820 days
 * (Apple's systems trust no certificate for longer than 825 days, not even one that the user added).
 */
export async function createCertificate(now: number = Date.now()): Promise<Certificate> {
  // Loaded when it is needed, which is once: loading it took a quarter of the engine's start.
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: 'Lead Inspector on this computer' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A day back, for senders whose clock is behind.
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + 819 * day),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  return { certPem: made.cert, keyPem: made.private }
}
