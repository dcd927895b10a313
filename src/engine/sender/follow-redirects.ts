import type { RedirectStep, SendTiming } from '@shared/answer/answer'
import type { HeaderPair } from '@shared/http/header-pair'
import { capText } from '../storage/stored-text'
import { type BodySource, noBody } from './body-source'
import { ConnectionError } from './connection-error'
import { exchange, type Hop, type NotReceived, type Received, type Transfer } from './exchange'
import type { PreparedRequest } from './prepared-request'
import { type Asked, readRedirect } from './redirect'
import type { Routes } from './routes'
import { addTiming, newMarks, timingOf } from './send-timing'
import type { Stopper } from './stopper'
import { TooManyRedirects } from './too-many-redirects'
import { wireHeaders } from './wire-headers'

/** A request's way to its last answer. */
export type Journey = {
  /** Of the first request, as they went out. */
  readonly sentHeaders: readonly HeaderPair[]
  readonly redirects: readonly RedirectStep[]
  readonly lastUrl: URL
  readonly end: Received | NotReceived
  /** Of all its exchanges together. */
  readonly timing: SendTiming
}

export type JourneyParts = {
  readonly routes: Routes
  readonly stopper: Stopper
  readonly transfer: Transfer | null
  readonly keepBytes: number
}

/** Sends a request and, as its settings say, goes where the answers send it on to. Throws only AppErrors. */
export async function followRedirects(
  prepared: PreparedRequest,
  body: BodySource,
  parts: JourneyParts,
): Promise<Journey> {
  const { settings, withoutHeaders, credentialHeaders = [] } = prepared
  const redirects: RedirectStep[] = []
  let asked: Asked = { url: new URL(prepared.url), method: prepared.method, headers: prepared.headers }
  let currentBody = body
  let sameOrigin = true
  let timing: SendTiming | null = null
  let sentHeaders: readonly HeaderPair[] | null = null

  for (;;) {
    const headers = wireHeaders(asked, asked.url.host, currentBody.size, withoutHeaders)
    sentHeaders ??= headers
    const { url, method } = asked
    const end = await askOnce({ url, method, headers, body: currentBody }, prepared, sameOrigin, parts)
    timing = timing === null ? timingOf(end.marks) : addTiming(timing, timingOf(end.marks))
    const redirect = end.ok && settings.followRedirects ? readRedirect(end, asked, credentialHeaders) : null
    if (redirect === null) return { sentHeaders, redirects, lastUrl: url, end, timing }
    if (redirects.length >= settings.maxRedirects) {
      const refused: NotReceived = { ...end, ok: false, error: new TooManyRedirects(), stale: false }
      return { sentHeaders, redirects, lastUrl: url, end: refused, timing }
    }
    redirects.push({ status: end.ok ? end.status : 0, method, from: shown(url), to: shown(redirect.url) })
    sameOrigin &&= redirect.sameOrigin
    asked = redirect
    if (!redirect.withBody) currentBody = noBody
  }
}

/** Fifty redirects may name addresses of 256 KiB each. */
function shown({ href }: URL): string {
  return capText(href, 8192)
}

/** Once more when the kept-alive connection was closed by the server in the moment of its use. */
async function askOnce(
  request: Omit<Hop, 'route' | 'keepBytes'>,
  prepared: PreparedRequest,
  sameOrigin: boolean,
  { routes, stopper, transfer, keepBytes }: JourneyParts,
): Promise<Received | NotReceived> {
  try {
    const found = routes.find(request.url.protocol === 'https:', prepared.settings, sameOrigin)
    const route = found instanceof Promise ? await found : found
    const hop: Hop = { ...request, route, keepBytes }
    const first = await exchange(hop, stopper, transfer)
    return !first.ok && first.stale ? await exchange(hop, stopper, transfer) : first
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error
    return { ok: false, error, certificate: error.certificate, marks: newMarks(), stale: false }
  }
}
