import { isEmailAddress } from '../lead/email-address'
import { visibleString } from '../text/visible-string'
import { cutUrl, isLoopback } from '../url-doctor/flow-url-parts'
import { longestUrl, mostContactEmails } from './connection-limits'

/** What Partner Center, or this rehearsal, says to a URL; its sentences are `address.<code>` in the locale `partner`. */
export type AddressRemark = {
  readonly code: AddressRemarkCode
  /** `error`: it cannot be used at all. `warning`: a rehearsal may use it, Partner Center will not take it. */
  readonly intent: 'warning' | 'error'
  readonly params: Readonly<Record<string, string | number>>
}

export type AddressRemarkCode =
  | 'missing'
  | 'too-long'
  | 'has-variable'
  | 'not-http'
  | 'not-an-address'
  | 'has-password'
  | 'http'
  | 'local-http'
  | 'local-https'

/** Whether the field *URL* can be answered with *OK*. What is damaged in a flow's URL is the doctor's: `examineUrl`. */
export function checkAddress(text: string): AddressRemark | null {
  const url = text.trim()
  if (url === '') return remark('missing', 'error')
  if (url.length > longestUrl) return remark('too-long', 'error', { length: url.length, longest: longestUrl })
  if (/\{\{.*\}\}/.test(url)) return remark('has-variable', 'error')
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return remark('not-http', 'error', { scheme: visibleString(scheme.slice(0, 20)) })
  if (scheme === undefined || /\s/.test(url) || !URL.canParse(url)) return remark('not-an-address', 'error')
  const { hostname: host, username, password } = new URL(url)
  if (username !== '' || password !== '') return remark('has-password', 'error')
  const isHttp = scheme === 'http'
  if (isNear(host)) return remark(isHttp ? 'local-http' : 'local-https', 'warning', { host: visibleString(host) })
  return isHttp ? remark('http', 'warning') : null
}

/** One thing that is wrong with the field *Contact email*; its sentence is `emails.<code>` in the locale `partner`. */
export type EmailProblem = {
  readonly code: 'missing' | 'not-an-address' | 'other-separator' | 'with-name' | 'too-many'
  readonly params: Readonly<Record<string, string | number>>
}

/** The addresses of the field *Contact email*, split by `;`, or the first thing that is wrong with them. */
export function readContactEmails(text: string): {
  readonly emails: readonly string[]
  readonly problem: EmailProblem | null
} {
  const emails = [...new Set(text.split(';').map((part) => part.trim()))].filter((part) => part !== '')
  if (emails.length === 0) return { emails, problem: { code: 'missing', params: {} } }
  if (emails.length > mostContactEmails)
    return { emails, problem: { code: 'too-many', params: { most: mostContactEmails } } }
  const wrong = emails.find((email) => !isEmailAddress(email))
  if (wrong === undefined) return { emails, problem: null }
  const email = visibleString(wrong.slice(0, 80))
  // What mail programs copy: `Some One <someone@contoso.com>`.
  const address = /^[^<>;]*<([^<>;]+)>$/.exec(wrong)?.[1]?.trim() ?? ''
  if (isEmailAddress(address)) return { emails, problem: { code: 'with-name', params: { email, address } } }
  const parts = wrong.split(/[,，；\s]+/).filter((part) => part !== '')
  const code = parts.length > 1 && parts.every(isEmailAddress) ? 'other-separator' : 'not-an-address'
  return { emails, problem: { code, params: { email } } }
}

/** The id of the workflow that a URL leads to, where that is one of ours: their ids are found nowhere else. */
export function ownFlowId(url: string, flowIds: readonly string[]): string | null {
  const id = /\/workflows\/([^/]+)/i.exec(cutUrl(url).path)?.[1]?.toLowerCase()
  return flowIds.find((known) => known.toLowerCase() === id) ?? null
}

/** Reached only from this computer or its own network. @param host as `URL` gives it: IPv4 as four numbers */
function isNear(host: string): boolean {
  if (isLoopback(host) || /(?:^|\.)(?:localhost|local|internal|lan)$/.test(host)) return true
  // `fc00::/7`, `fe80::/10` and the unspecified address (RFC 4193, 4291).
  if (host.startsWith('[')) return /^\[(?:f[cd]|fe[89ab]|::\])/.test(host)
  if (/^\d+(?:\.\d+){3}$/.test(host))
    return /^(?:0|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(host)
  // A name without a dot is known to its own network only.
  return !host.includes('.')
}

function remark(
  code: AddressRemarkCode,
  intent: AddressRemark['intent'],
  params: AddressRemark['params'] = {},
): AddressRemark {
  return { code, intent, params }
}
