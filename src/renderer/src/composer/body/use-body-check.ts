import type { Finding } from '@shared/lead/finding'
import { type ReadSpans, readSpans } from '@shared/lead/json-spans'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useEffect, useMemo, useState } from 'react'
import { callEngine } from '../../state/bridge'
import { checkedLength, type PlacedFinding, placeBroken, placeFindings, placeProblem } from './body-findings'
import { fillForCheck } from './fill-for-check'

export type BodyCheck = {
  /** `unavailable`: the engine did not answer, so only what the window sees by itself is shown. */
  readonly state: 'none' | 'empty' | 'too-large' | 'not-json' | 'checking' | 'checked' | 'unavailable'
  readonly findings: readonly PlacedFinding[]
  /** The text as JSON with its places; null where it is not read. */
  readonly spans: ReadSpans | null
}

/** While someone types, the schema is asked this long after the last key. */
const pauseMs = 250

type Answer = { readonly checked: string; readonly findings: readonly Finding[]; readonly failed: boolean }

const noAnswer: Answer = { checked: '', findings: [], failed: false }

/** What is wrong with a JSON body: its errors at once, the findings of the lead schema a moment later. */
export function useBodyCheck(isJson: boolean, text: string, scopes: readonly VariableScope[]): BodyCheck {
  const [answer, setAnswer] = useState(noAnswer)
  const spans = useMemo(() => (isJson && text.length <= checkedLength ? readSpans(text) : null), [isJson, text])
  const filled = useMemo(() => (spans?.ok ? fillForCheck(text, spans.root, scopes) : null), [text, spans, scopes])
  const asked = filled?.text ?? null
  useEffect(() => {
    if (asked === null) return
    let current = true
    const timer = setTimeout(() => {
      callEngine('body.check', { text: asked, flowId: null }).then(
        (findings) => current && setAnswer({ checked: asked, findings, failed: false }),
        // The engine is starting again, or cannot: the next key asks anew.
        () => current && setAnswer({ checked: asked, findings: [], failed: true }),
      )
    }, pauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [asked])
  return useMemo(() => {
    if (!isJson) return { state: 'none', findings: [], spans }
    if (spans === null) return { state: 'too-large', findings: [], spans }
    if (text.trim() === '') return { state: 'empty', findings: [], spans }
    if (!spans.ok || filled === null) return { state: 'not-json', findings: placeProblem(text, spans), spans }
    const placed = placeFindings(text, spans.root, answer.findings, filled.unknown)
    const findings = [...placeBroken(text, filled.broken), ...placed]
    const state = answer.checked !== asked ? 'checking' : answer.failed ? 'unavailable' : 'checked'
    return { state, findings, spans }
  }, [isJson, text, spans, filled, asked, answer])
}
