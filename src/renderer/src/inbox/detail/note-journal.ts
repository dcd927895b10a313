/** Drafts of notes that are not saved yet: they outlive the window, so that nothing typed is lost. */
export type NoteJournal = {
  readonly read: (leadId: number) => string | null
  readonly write: (leadId: number, note: string) => void
  readonly forget: (leadId: number) => void
}

/** @param storage the browser's localStorage, or a stand-in */
export function createNoteJournal(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): NoteJournal {
  const keyOf = (leadId: number) => `lead-note-draft-${leadId}`
  return {
    read: (leadId) => storage.getItem(keyOf(leadId)),
    write: (leadId, note) => storage.setItem(keyOf(leadId), note),
    forget: (leadId) => storage.removeItem(keyOf(leadId)),
  }
}
