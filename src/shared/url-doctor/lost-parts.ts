import { cutUrl, type QueryPair, queryPairs, queryValue, readFlowPath, signatureLength } from './flow-url-parts'
import type { UrlFinding, UrlKind } from './url-report'
import { hasGuarded } from './variable-guard'

/** The length of a workflow's id in hex digits. */
const idLength = 32

/** What a flow's URL lacks and no change of its text can bring back. `url` is mended already, its variables guarded. */
export function findLostParts(url: string, kind: UrlKind): readonly UrlFinding[] {
  const { path, query } = cutUrl(url)
  const findings = [
    ...pathFindings(path, query),
    ...(kind === 'logic-apps-retired' ? [lost('host-retired', 'warning')] : []),
  ]
  return findings
}

function pathFindings(path: string, query: string | null): readonly UrlFinding[] {
  const { workflowId, isWhole } = readFlowPath(path)
  const isHex = /^[0-9a-f]*$/i.test(workflowId)
  if (isHex && workflowId.length < idLength)
    return [lost('workflow-id-cut', 'error', { length: workflowId.length, expected: idLength })]
  if (!isWhole) return hasGuarded(path) ? [] : [lost('path-cut', 'error')]
  if (query === null || query === '') return [lost('query-missing', 'error')]
  return hasGuarded(query) && !/sig=/i.test(query) ? [] : signatureFindings(query)
}

function signatureFindings(query: string): readonly UrlFinding[] {
  const pairs = queryPairs(query)
  const signature = queryValue(pairs, 'sig')
  if (signature === null) {
    if (isTenantOnly(query, pairs)) return [lost('tenant-only', 'warning')]
    return [lost('cut-before-sig', 'error')]
  }
  if (hasGuarded(signature)) return []
  const length = signature.length
  if (length < signatureLength) return [lost('sig-cut', 'error', { length, expected: signatureLength })]
  if (length > signatureLength) return [lost('sig-too-long', 'warning', { length, expected: signatureLength })]
  return []
}

/** Nothing of the signature is there, and nothing that looks like the beginning of it. */
function isTenantOnly(query: string, pairs: readonly QueryPair[]): boolean {
  const names = pairs.map(({ name }) => name.toLowerCase())
  return queryValue(pairs, 'api-version') !== null && names.length === 1 && !query.endsWith('&')
}

function lost(code: UrlFinding['code'], intent: UrlFinding['intent'], params: UrlFinding['params'] = {}): UrlFinding {
  return { code, intent, params, mend: null }
}
