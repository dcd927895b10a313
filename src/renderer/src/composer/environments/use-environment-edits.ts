import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { Variable } from '@shared/collection/node-content'
import type { Environment } from '@shared/environment/environment'
import { useCallback, useEffect, useRef, useState } from 'react'
import { saveEnvironment } from './environment-deeds'

/** Milliseconds without a key before an edit is written: a file is not written with each letter. */
const saveAfterMs = 500

type Edits = { readonly name?: string; readonly variables?: readonly Variable[] }

/** Edits of an environment, shown at once and saved a moment later; what is not edited follows the file. */
export function useEnvironmentEdits(environment: Environment): {
  readonly name: string
  readonly variables: readonly Variable[]
  readonly state: 'idle' | 'saving' | 'saved'
  readonly error: AppErrorData | null
  readonly change: (edits: Edits) => void
  /** Saves now what is not saved yet; a failure stays in `error`. */
  readonly flush: () => Promise<void>
} {
  const [edits, setEdits] = useState<Edits>({})
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle')
  const [error, setError] = useState<AppErrorData | null>(null)
  const pending = useRef<Edits | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { id } = environment

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const unsaved = pending.current
    pending.current = null
    if (unsaved === null) return
    setState('saving')
    try {
      await saveEnvironment(id, withoutBlankName(unsaved))
      setState('saved')
      setError(null)
      // The file says the same now; typing that went on meanwhile is still an edit.
      if (pending.current === null) setEdits(unsaved.name?.trim() === '' ? { name: unsaved.name } : {})
    } catch (caught) {
      setState('idle')
      setError(toErrorData(caught))
    }
  }, [id])

  useEffect(() => () => void flush(), [flush])

  const change = useCallback(
    (changes: Edits) => {
      setEdits((before) => ({ ...before, ...changes }))
      pending.current = { ...pending.current, ...changes }
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), saveAfterMs)
    },
    [flush],
  )
  return {
    name: edits.name ?? environment.name,
    variables: edits.variables ?? environment.variables,
    state,
    error,
    change,
    flush,
  }
}

/** Without a name the old one stays; the form says so. */
function withoutBlankName({ name, ...rest }: Edits): Edits {
  return name === undefined || name.trim() === '' ? rest : { ...rest, name }
}
