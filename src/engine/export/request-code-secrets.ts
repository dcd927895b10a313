import type { HeaderPair } from '@shared/http/header-pair'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { isSecretName } from '@shared/http/secret-name'
import type { PreparedBody, PreparedRequest } from '../sender/prepared-request'

const mask = '••••••••'

/** The request with dots where secrets were. */
export function maskRequest(request: PreparedRequest): PreparedRequest {
  const { settings } = request
  return {
    ...request,
    url: maskUrlSecrets(request.url),
    headers: request.headers.map(
      ([name, value]): HeaderPair => [name, isSecretName(name) ? mask : maskUrlSecrets(value)],
    ),
    body: maskBody(request),
    settings: {
      ...settings,
      proxy: maskUrlSecrets(settings.proxy),
      clientCertificate: settings.clientCertificate && {
        ...settings.clientCertificate,
        passphrase: settings.clientCertificate.passphrase === '' ? '' : mask,
      },
    },
  }
}

function maskBody({ body, headers }: PreparedRequest): PreparedBody {
  if (body.kind === 'multipart') {
    return {
      ...body,
      parts: body.parts.map((part) => {
        if (part.content.kind === 'file') return part
        const text = isSecretName(part.name) ? mask : maskUrlSecrets(part.content.text)
        return { ...part, content: { kind: 'text', text } }
      }),
    }
  }
  if (body.kind !== 'bytes') return body
  const text = textOf(body.bytes)
  if (text === null) return body
  const isForm = headers.some(
    ([name, value]) => /^content-type$/i.test(name) && value.toLowerCase().includes('x-www-form-urlencoded'),
  )
  // As a query, so that the same names are looked for.
  const masked = isForm ? maskUrlSecrets(`?${text}`).slice(1) : maskUrlSecrets(text)
  return { kind: 'bytes', bytes: Buffer.from(masked, 'utf8') }
}

/** Bytes as the text that they are; null when they are none. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
