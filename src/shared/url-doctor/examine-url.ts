import { maskUrlSecrets } from '../http/mask-url-secrets'
import { withoutQuotes, withoutSpaces } from './copy-damage'
import { cutUrl, flowKind, queryPairs, queryValue, readFlowHost, readFlowPath } from './flow-url-parts'
import { findLostParts } from './lost-parts'
import { flowRules, type MendRule, otherRules } from './mend-rules'
import type { UrlFinding, UrlPart, UrlReport } from './url-report'
import { guardVariables, hasGuarded } from './variable-guard'

/** The receiver takes no longer URL, and no flow has one. */
const longest = 8192

const nothing: Omit<UrlReport, 'kind'> = {
  region: null,
  workflowId: null,
  apiVersion: null,
  signaturePresent: false,
  findings: [],
  mended: null,
  parts: [],
}

/**
 * Reads a URL as that of a flow's HTTP trigger and says what is wrong with it, as copying and pasting leave it.
 * `{{variables}}` in it stay as they are. Source of the shapes and of the damages: public flow URLs and questions.
 */
export function examineUrl(url: string): UrlReport {
  if (url.trim() === '') return { ...nothing, kind: 'empty' }
  if (url.length > longest) return { ...nothing, kind: 'other' }
  const { text, restore } = guardVariables(url)
  const bare = text.trim()
  if (hasGuarded(bare.charAt(0)) || hasGuarded(cutUrl(bare).host)) return { ...nothing, kind: 'variable' }

  const isFlow = looksLikeFlow(text)
  const { mended, findings } = mendAll(text, isFlow ? flowRules : otherRules, isFlow)
  const shown = findings.map((finding) => ({ ...finding, mend: finding.mend === null ? null : restore(finding.mend) }))
  const whole = { findings: shown, mended: mended === text ? null : restore(mended) }
  const kind = flowKind(cutUrl(mended))
  if (!isFlow || kind === null) return { ...nothing, kind: 'other', ...whole }

  const pieces = cutUrl(mended)
  const pairs = queryPairs(pieces.query)
  return {
    kind,
    region: readFlowHost(pieces.host).region,
    workflowId: restore(readFlowPath(pieces.path).workflowId) || null,
    apiVersion: restore(queryValue(pairs, 'api-version') ?? '') || null,
    signaturePresent: queryValue(pairs, 'sig') !== null,
    findings: [...findLostParts(mended, kind), ...shown].toSorted((a, b) => gravity(a) - gravity(b)),
    mended: whole.mended,
    parts: partsOf(mended).map(({ name, value }) => ({ name, value: restore(value) })),
  }
}

/** A flow's URL, however damaged: by its host or its path, once blanks and quotes are out of the way. */
function looksLikeFlow(text: string): boolean {
  const bare = withoutSpaces(withoutQuotes(text)).replaceAll('\\', '').replaceAll(/%2f/gi, '/')
  return /\.logic\.azure\.com|\.environment\.api\.powerplatform\.com|\/workflows\/+[0-9a-f\ue000-\uf8ff]|\/triggers\/+manual\/+paths/i.test(
    bare,
  )
}

/** Every rule after the other; what one changed is a finding. */
function mendAll(
  text: string,
  rules: readonly MendRule[],
  isFlow: boolean,
): { readonly mended: string; readonly findings: readonly UrlFinding[] } {
  const findings: UrlFinding[] = []
  let current = text
  for (const { code, mend } of rules) {
    const next = mend(current)
    if (next === current) continue
    // On its own where it can be; some damage is only seen once other damage is out of the way.
    const alone = mend(text)
    const intent = isFlow ? 'error' : 'warning'
    findings.push({ code, intent, params: {}, mend: alone === text ? next : alone })
    current = next
  }
  return { mended: current, findings }
}

function gravity({ intent }: UrlFinding): number {
  return intent === 'error' ? 0 : intent === 'warning' ? 1 : 2
}

function partsOf(url: string): readonly UrlPart[] {
  const { host, port, path, query } = cutUrl(url)
  const pairs = queryPairs(query)
  const { region, scaleUnit, environment } = readFlowHost(host)
  const read = readFlowPath(path)
  const signature = queryValue(pairs, 'sig')
  const parts: readonly { readonly name: UrlPart['name']; readonly value: string | null }[] = [
    { name: 'host', value: host },
    { name: 'port', value: port },
    { name: 'region', value: region },
    { name: 'environment', value: environment },
    { name: 'scale-unit', value: scaleUnit ?? read.scaleUnit },
    { name: 'workflow', value: read.workflowId },
    { name: 'trigger', value: read.trigger },
    { name: 'api-version', value: queryValue(pairs, 'api-version') },
    { name: 'permission', value: decoded(queryValue(pairs, 'sp')) },
    { name: 'signature-version', value: queryValue(pairs, 'sv') },
    { name: 'signature', value: signature === null ? null : hasGuarded(signature) ? signature : mask(signature) },
  ]
  return parts.filter((part): part is UrlPart => part.value !== null && part.value !== '')
}

function mask(signature: string): string {
  return maskUrlSecrets(`?sig=${signature}`).slice('?sig='.length)
}

function decoded(value: string | null): string | null {
  if (value === null) return null
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
