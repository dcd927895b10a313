import { type TriggerToken, triggerTokens } from '@shared/template/trigger-tokens'
import { useDeferredValue, useMemo, useRef } from 'react'

/** The tokens of a schema that is being edited; while it is no JSON, those of the last time that it was. */
export function useTokens(schemaText: string): readonly TriggerToken[] {
  // Typing in a large schema does not wait for it.
  const text = useDeferredValue(schemaText)
  const lastReadable = useRef<string>(text)
  return useMemo(() => {
    if (isReadable(text)) lastReadable.current = text
    return triggerTokens(lastReadable.current)
  }, [text])
}

function isReadable(schemaText: string): boolean {
  if (schemaText.trim() === '') return true
  try {
    JSON.parse(schemaText)
    return true
  } catch {
    return false
  }
}
