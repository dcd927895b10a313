import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { maskHeaders } from './mask-secrets'

/** Headers that curl makes itself, or that belong to the connection rather than to the message. */
const curlsOwnHeaders = new Set([
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
  'expect',
  'keep-alive',
  // The command sends the body's text, so it must not claim to be compressed.
  'content-encoding',
])

/** A curl command (bash quoting) that sends the captured request again. @param baseUrl scheme, host and port */
export function curlCommand(lead: LeadDetail, baseUrl: string, withSecrets: boolean): string {
  const { request } = lead
  const target = withSecrets ? request.target : maskUrlSecrets(request.target)
  const headers = withSecrets ? request.headers : maskHeaders(request.headers)
  const parts = [`curl --request ${bashQuote(request.method)} ${bashQuote(baseUrl + target)}`]
  for (const [name, value] of headers) {
    if (!curlsOwnHeaders.has(name.toLowerCase())) parts.push(`--header ${bashQuote(`${name}: ${value}`)}`)
  }
  if (lead.bodyText) parts.push(`--data-raw ${bashQuote(lead.bodyText)}`)
  else if (request.body.length > 0) {
    const base64 = Buffer.from(request.body).toString('base64')
    return `printf %s ${bashQuote(base64)} | base64 --decode | ${parts.join(' \\\n  ')} \\\n  --data-binary @-`
  }
  return parts.join(' \\\n  ')
}

/** Text as one word of a POSIX shell. NUL cannot be part of one and becomes its visible sign. */
function bashQuote(text: string): string {
  return `'${text.replaceAll('\0', '␀').replaceAll("'", `'\\''`)}'`
}
