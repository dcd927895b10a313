import { maskSignature } from '@shared/flow/flow-url'
import type { HeaderPair } from '@shared/http/header-pair'
import type { PreparedBody, PreparedRequest } from '../sender/prepared-request'
import { isSecretName } from './mask-secrets'

const mask = '••••••••'

/** The request with dots where secrets were. */
export function maskRequest(request: PreparedRequest): PreparedRequest {
  const { settings } = request
  return {
    ...request,
    url: maskSignature(maskUrl(request.url)),
    headers: request.headers.map(
      ([name, value]): HeaderPair => [name, isSecretName(name) ? mask : maskSignature(value)],
    ),
    body: maskBody(request),
    settings: {
      ...settings,
      proxy: maskUrl(settings.proxy),
      clientCertificate: settings.clientCertificate && {
        ...settings.clientCertificate,
        passphrase: settings.clientCertificate.passphrase === '' ? '' : mask,
      },
    },
  }
}

/** Passwords before the host, and query values whose names say that they are secret. */
function maskUrl(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#@:]*:)[^/?#]*@/i, `$1${mask}@`)
    .replace(/([?&])([^=&#]+)=([^&#]+)/g, (pair, before: string, name: string) =>
      isSecretName(name) ? `${before}${name}=${mask}` : pair,
    )
}

function maskBody({ body, headers }: PreparedRequest): PreparedBody {
  if (body.kind === 'multipart') {
    return {
      ...body,
      parts: body.parts.map((part) => {
        if (part.content.kind === 'file') return part
        const text = isSecretName(part.name) ? mask : maskSignature(part.content.text)
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
  const masked = isForm ? maskUrl(`?${text}`).slice(1) : maskSignature(text)
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
