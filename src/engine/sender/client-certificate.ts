import { readFile, stat } from 'node:fs/promises'
import { AppError } from '@shared/app-error'
import type { RequestSettings } from '@shared/request/request-template'

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

async function readApproved(
  path: string,
  isApproved: (path: string) => boolean,
): Promise<{ readonly bytes: Buffer; readonly version: string }> {
  if (!isApproved(path)) throw new AppError('file-not-chosen', { path })
  try {
    const { mtimeMs } = await stat(path)
    return { bytes: await readFile(path), version: `${path}\0${mtimeMs}` }
  } catch (error) {
    throw new AppError('file-unreadable', { path }, { cause: error })
  }
}
