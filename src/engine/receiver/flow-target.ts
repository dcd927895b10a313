/** What the trigger reads from a request target. Values as received, still percent-encoded; null where there is none. */
export type FlowTarget = {
  /** As received, in lower case; 32 hex digits where the URL is whole. */
  readonly workflowId: string
  readonly apiVersion: string | null
  readonly signature: string | null
}

const pathEnd = '/triggers/manual/paths/invoke'
const oldPathStart = '/workflows/'
// Seen in public URLs: `/powerautomate/automations/direct/workflows/…` and `…/direct/cu/16/workflows/…`.
const newPathStart = /^\/powerautomate\/automations\/direct(?:\/cu\/\d{1,4})?\/workflows\//

/** Reads a target of either URL shape; null when its path is not that of a flow's HTTP trigger. */
export function parseFlowTarget(received: string): FlowTarget | null {
  const target = withoutOrigin(received)
  const queryStart = target.indexOf('?')
  const path = queryStart === -1 ? target : target.slice(0, queryStart)
  const workflowId = workflowIdOf(path) ?? workflowIdOf(path.toLowerCase().replace(/\/$/, ''))
  if (workflowId === null) return null
  return {
    workflowId: workflowId.toLowerCase(),
    apiVersion: queryValue(target, queryStart, 'api-version='),
    signature: queryValue(target, queryStart, 'sig='),
  }
}

/** Senders behind a proxy write the whole URL into the request line; what counts is its path. */
export function withoutOrigin(target: string): string {
  return target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '')
}

function workflowIdOf(path: string): string | null {
  if (!path.endsWith(pathEnd)) return null
  const start = path.startsWith(oldPathStart) ? oldPathStart.length : (newPathStart.exec(path)?.[0].length ?? 0)
  const id = start === 0 ? '' : path.slice(start, path.length - pathEnd.length)
  return id === '' || id.includes('/') ? null : id
}

/** The first value of a parameter; `name` ends in `=`. An empty value counts as none, as it does for the trigger. */
function queryValue(target: string, queryStart: number, name: string): string | null {
  let position = queryStart
  while (position !== -1) {
    const next = target.indexOf('&', position + 1)
    const nameEnd = position + 1 + name.length
    // The names are compared without regard to case, as the trigger does; the exact spelling is tried first, being the rule.
    if (target.startsWith(name, position + 1) || target.slice(position + 1, nameEnd).toLowerCase() === name) {
      const value = target.slice(nameEnd, next === -1 ? undefined : next)
      return value === '' ? null : value
    }
    position = next
  }
  return null
}
