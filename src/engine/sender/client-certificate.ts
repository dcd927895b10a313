import { readFile } from 'node:fs/promises'
import { AppError } from '@shared/app-error'
import type { RequestSettings } from '@shared/request/request-template'
import { findApprovedFile } from './approved-file'

export type ClientCertificate = {
  /** Tells certificates apart, also after a file was changed. Holds the passphrase: never to be shown. */
  readonly key: string
  readonly material:
    | { readonly cert: Buffer; readonly key: Buffer; readonly passphrase: string }
    | { readonly pfx: Buffer; readonly passphrase: string }
}

/**
 * Reads a client certificate: PEM files (the key may stand in the certificate's file), or one PFX file, told by content.
 * @throws AppError `file-not-chosen` {path}, `file-unreadable` {path}
 */
export async function readClientCertificate(
  chosen: NonNullable<RequestSettings['clientCertificate']>,
  isApproved: (path: string) => boolean,
): Promise<ClientCertificate> {
  const certificate = await readApproved(chosen.certificate.path, isApproved)
  const separate = chosen.key === null ? null : await readApproved(chosen.key.path, isApproved)
  const { passphrase } = chosen
  const isPem = certificate.bytes.includes('-----BEGIN')
  return {
    key: [certificate.version, separate?.version ?? '', passphrase].join('\0'),
    material: isPem
      ? { cert: certificate.bytes, key: separate?.bytes ?? certificate.bytes, passphrase }
      : { pfx: certificate.bytes, passphrase },
  }
}

/** Larger ones are no certificates. */
const largest = 1024 * 1024

async function readApproved(
  path: string,
  isApproved: (path: string) => boolean,
): Promise<{ readonly bytes: Buffer; readonly version: string }> {
  const found = await findApprovedFile(path, isApproved)
  try {
    if (found.size > largest) throw new Error('too large for a certificate')
    return { bytes: await readFile(found.path), version: `${found.path}\0${found.mtimeMs}` }
  } catch (error) {
    throw new AppError('file-unreadable', { path }, { cause: error })
  }
}
