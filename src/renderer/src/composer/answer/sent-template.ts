import type { HistoryEntry } from '@shared/history/history'
import type { RequestTemplate } from '@shared/request/request-template'

/** Headers that whoever sends the request writes anew. */
const ofTheConnection: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
  // Another program may not inflate what it did not ask for itself.
  'accept-encoding',
])

/**
 * A request as it was sent, to be written as code: what variables and auth made of it stands in it as text. A body that
 * is not at hand whole (binary, or over 256 KiB) is taken from what was composed.
 */
export function sentAsTemplate({ sent, template }: HistoryEntry): RequestTemplate {
  const isWhole = sent.bodyText !== null && new TextEncoder().encode(sent.bodyText).length === sent.bodySize
  return {
    ...template,
    method: sent.method,
    url: sent.url,
    params: [],
    pathVariables: [],
    headers: sent.headers
      .filter(([name]) => !ofTheConnection.has(name.toLowerCase()))
      .map(([name, value]) => ({ name, value, enabled: true, description: '' })),
    auth: { type: 'none' },
    body:
      isWhole && sent.bodySize > 0
        ? { type: 'raw', language: 'text', text: sent.bodyText }
        : sent.bodySize === 0
          ? { type: 'none' }
          : template.body,
  }
}
