import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Certificate, createCertificate } from './receiver/certificate'

const certificateSchema = z.object({ certPem: z.string().min(1), keyPem: z.string().min(1) })

export type CertificateStore = {
  /** The certificate made earlier, or null. */
  readonly existing: () => Promise<Certificate | null>
  /** The same, made and kept when there is none yet. */
  readonly get: () => Promise<Certificate>
}

/** Keeps the receiver's self-signed certificate in the data folder, readable by its owner only. */
export function createCertificateStore(dataFolder: string): CertificateStore {
  const path = join(dataFolder, 'receiver-certificate.json')

  async function existing(): Promise<Certificate | null> {
    try {
      return certificateSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    } catch {
      // Not there yet, or unreadable: a new one takes its place.
      return null
    }
  }

  return {
    existing,
    async get() {
      const kept = await existing()
      if (kept) return kept
      const made = await createCertificate()
      await writeFile(`${path}.partial`, JSON.stringify(made), { mode: 0o600 })
      await rename(`${path}.partial`, path)
      return made
    },
  }
}
