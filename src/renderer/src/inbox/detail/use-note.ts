import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useEffect, useRef, useState } from 'react'
import { callEngine } from '../../state/bridge'
import { createNoteJournal } from './note-journal'

/** Characters that the contract allows. */
export const noteLimit = 20_000

/** Whether what is in the field is stored. `draft`: it is kept in the window's journal only. */
export type NoteState =
  | { readonly kind: 'saved' | 'draft' | 'saving' }
  | { readonly kind: 'failed'; readonly error: AppErrorData }

type Note = {
  readonly text: string
  readonly state: NoteState
  readonly change: (text: string) => void
  readonly save: () => void
}

const journal = createNoteJournal(localStorage)

/**
 * The note of a lead while it is written. Every change goes to the journal at once; leaving the field, the tab or the
 * lead saves it. Use it under a key of the lead's id.
 */
export function useNote({ summary, note }: LeadDetail): Note {
  const id = summary.id
  const [text, setText] = useState(() => journal.read(id) ?? note)
  const [state, setState] = useState<NoteState>({ kind: text === note ? 'saved' : 'draft' })
  /** What is waiting to be saved; null when all is. */
  const unsaved = useRef<string | null>(text === note ? null : text)

  // A note that was changed elsewhere is taken over, unless it is being written here.
  useEffect(() => {
    if (unsaved.current === null) setText(note)
  }, [note])

  const save = () => {
    const saving = unsaved.current
    if (saving === null) return
    setState({ kind: 'saving' })
    callEngine('leads.note', { id, note: saving }).then(
      () => {
        if (unsaved.current !== saving) return
        unsaved.current = null
        journal.forget(id)
        setState({ kind: 'saved' })
      },
      (error) => setState({ kind: 'failed', error: toErrorData(error) }),
    )
  }
  const latestSave = useRef(save)
  latestSave.current = save
  useEffect(() => () => latestSave.current(), [])

  const change = (next: string) => {
    unsaved.current = next
    journal.write(id, next)
    setText(next)
    setState({ kind: 'draft' })
  }
  return { text, state, change, save }
}
