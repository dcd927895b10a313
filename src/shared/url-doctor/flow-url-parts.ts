import type { UrlKind } from './url-report'

/** The length of a signature: 256 bits as base64url. */
export const signatureLength = 43

export type QueryPair = { readonly name: string; readonly value: string }

/** A URL cut at its seams, nothing decoded. */
export type UrlPieces = {
  readonly scheme: string | null
  readonly host: string
  readonly port: string | null
  readonly path: string
  /** Null where there is no `?`. */
  readonly query: string | null
}

const retiredHost = /\.logic\.azure\.com$/i
const presentHost = /\.api\.powerplatform\.com$/i
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i

/** Cuts a URL; what is no URL gives pieces too, so that half a URL can be looked at. */
export function cutUrl(url: string): UrlPieces {
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?/is.exec(url)
  const [, scheme = null, authority = '', path = '', query = null] = match ?? []
  const [, host = '', port = null] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority) ?? []
  return { scheme, host: host === '' ? authority : host, port, path, query }
}

/** What a host and a path belong to; null for anything but a flow's trigger. */
export function flowKind({ host, path }: UrlPieces): Exclude<UrlKind, 'other' | 'empty' | 'variable'> | null {
  if (retiredHost.test(host)) return 'logic-apps-retired'
  if (presentHost.test(host)) return 'power-automate'
  return /\/workflows\//i.test(path) ? 'own-receiver' : null
}

export function isLoopback(host: string): boolean {
  return loopbackHost.test(host)
}

/** The pairs of a query, undecoded, empty ones left out. */
export function queryPairs(query: string | null): readonly QueryPair[] {
  return (query ?? '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at === -1 ? { name: pair, value: '' } : { name: pair.slice(0, at), value: pair.slice(at + 1) }
    })
}

/** The first value of a parameter, without regard to the name's case, as the trigger reads it; null when it has none. */
export function queryValue(pairs: readonly QueryPair[], name: string): string | null {
  const found = pairs.find((pair) => pair.name.toLowerCase() === name)
  return found === undefined || found.value === '' ? null : found.value
}

/** Workflow, trigger and scale unit of a path. `isWhole`: the path is that of a trigger, up to its end. */
export function readFlowPath(path: string): {
  readonly workflowId: string
  readonly trigger: string | null
  readonly scaleUnit: string | null
  readonly isWhole: boolean
} {
  const workflow = /\/workflows\/([^/]*)(.*)$/is.exec(path)
  const trigger = /^\/triggers\/([^/]+)\/paths\/invoke(?:\/|$)/i.exec(workflow?.[2] ?? '')
  return {
    workflowId: workflow?.[1] ?? '',
    trigger: trigger?.[1] ?? null,
    scaleUnit: /\/cu\/(\d{1,4})\/workflows\//i.exec(path)?.[1] ?? null,
    isWhole: trigger !== null,
  }
}

/** What a host says: old ones begin with scale unit and region, new ones with the environment's id in two pieces. */
export function readFlowHost(host: string): {
  readonly region: string | null
  readonly scaleUnit: string | null
  readonly environment: string | null
} {
  const [, scaleUnit = null, region = null] = /^([a-z]+-\d+)\.([a-z0-9]+)\.logic\.azure\.com$/i.exec(host) ?? []
  const [, name = '', end = ''] =
    /^([a-z0-9-]+)\.([0-9a-f]{1,2})\.environment\.api\.powerplatform\.com$/i.exec(host) ?? []
  return { region, scaleUnit, environment: name === '' ? null : environmentId(`${name}${end}`) }
}

/** 32 hex digits as a GUID; a default environment has `Default-` before its own. */
function environmentId(text: string): string {
  const [, isDefault, digits = ''] = /^(default)?-?([0-9a-f]{32})$/i.exec(text) ?? []
  if (digits === '') return text
  const guid = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isDefault ? `Default-${guid}` : guid
}
