import type { HistoryEntry } from '@shared/history/history'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { formatDuration } from '../../inbox/detail/duration'
import { maskedHeaderValue } from '../../inbox/detail/secret-values'
import { formatBytes } from '../../ui/byte-size'
import { bodyKind } from '../answer/body-kind'
import { prettyText } from '../answer/pretty-text'

/** A line of a comparison; null where a side has nothing. `key` names our own facts, headers go by their `name`. */
export type ComparedFact = {
  readonly name: string
  readonly key: 'request' | 'status' | 'time' | 'size' | null
  readonly left: string | null
  readonly right: string | null
  readonly differs: boolean
}

/** Two bodies of more characters than this together are not compared line by line. */
const comparedLength = 400_000

/** What came of two sends, fact by fact. Times always differ and are not marked. */
export function compareAnswers(
  left: HistoryEntry,
  right: HistoryEntry,
): { readonly facts: readonly ComparedFact[]; readonly headers: readonly ComparedFact[] } {
  const fact = (key: NonNullable<ComparedFact['key']>, of: (entry: HistoryEntry) => string | null): ComparedFact => {
    const [one, other] = [of(left), of(right)]
    return { name: key, key, left: one, right: other, differs: key !== 'time' && one !== other }
  }
  return {
    facts: [
      fact('request', ({ sent }) => `${sent.method} ${maskUrlSecrets(sent.url)}`),
      fact('status', ({ outcome }) =>
        outcome.kind === 'answered' ? `${outcome.answer.status} ${outcome.answer.reason}`.trim() : outcome.failure.code,
      ),
      fact('time', ({ timing }) => formatDuration(timing.total)),
      fact('size', ({ outcome }) => (outcome.kind === 'answered' ? formatBytes(outcome.answer.bodySize) : null)),
    ],
    headers: compareHeaders(headersOf(left), headersOf(right)),
  }
}

/** An answer's body as text on lines; null when it cannot be compared (binary, or too large). */
export function comparableBody({ outcome }: HistoryEntry): string | null {
  if (outcome.kind === 'failed') return ''
  const { answer } = outcome
  if (answer.bodyText === null || answer.bodyText.length > comparedLength / 2) return answer.bodySize === 0 ? '' : null
  const text = answer.bodyText.replace(/\r\n?/g, '\n')
  return prettyText(text, bodyKind(answer), false) ?? text
}

type Headers = ReadonlyMap<string, { readonly name: string; readonly values: readonly string[] }>

function headersOf({ outcome }: HistoryEntry): Headers {
  const headers = new Map<string, { readonly name: string; readonly values: readonly string[] }>()
  if (outcome.kind === 'failed') return headers
  for (const header of outcome.answer.headers) {
    const key = header[0].toLowerCase()
    const known = headers.get(key)
    headers.set(key, { name: known?.name ?? header[0], values: [...(known?.values ?? []), maskedHeaderValue(header)] })
  }
  return headers
}

/** What differs first, each part in the order of the answers. */
function compareHeaders(left: Headers, right: Headers): readonly ComparedFact[] {
  const facts = [...new Set([...left.keys(), ...right.keys()])].map((key): ComparedFact => {
    const [one, other] = [left.get(key), right.get(key)]
    const [a, b] = [one?.values.join('\n') ?? null, other?.values.join('\n') ?? null]
    return { name: one?.name ?? other?.name ?? key, key: null, left: a, right: b, differs: a !== b }
  })
  return facts.toSorted((one, other) => Number(other.differs) - Number(one.differs))
}
