/** Milliseconds after the last key until an edit is on disk. */
export const journalDelayMs = 300
/** Someone who types without a pause is journalled after this long: a crash loses less than a second. */
export const journalLongestMs = 600

export type Journal = {
  /** Something with this name has changed and is to be written soon. */
  readonly changed: (name: string) => void
  /** It needs no writing any more. */
  readonly forget: (name: string) => void
  /** Writes all that waits, now: the window loses the focus or closes, or the engine has come back. */
  readonly flush: () => Promise<void>
  readonly waiting: () => readonly string[]
}

/**
 * Writes what has changed a moment after the last change. What could not be written waits for the next change or flush.
 * @param write puts the present state of the named thing on disk
 * @param onFailure told once in a row of failures
 */
export function createJournal(write: (name: string) => Promise<unknown>, onFailure: (error: unknown) => void): Journal {
  const waiting = new Map<string, { readonly since: number; readonly timer: ReturnType<typeof setTimeout> | null }>()
  let isFailing = false

  async function writeNow(name: string): Promise<void> {
    const entry = waiting.get(name)
    if (!entry) return
    if (entry.timer !== null) clearTimeout(entry.timer)
    waiting.delete(name)
    try {
      await write(name)
      isFailing = false
    } catch (error) {
      if (!waiting.has(name)) waiting.set(name, { since: Date.now(), timer: null })
      if (!isFailing) onFailure(error)
      isFailing = true
    }
  }

  return {
    changed: (name) => {
      const entry = waiting.get(name)
      if (entry?.timer) clearTimeout(entry.timer)
      const since = entry?.timer ? entry.since : Date.now()
      const left = Math.max(0, since + journalLongestMs - Date.now())
      const timer = setTimeout(() => void writeNow(name), Math.min(journalDelayMs, left))
      waiting.set(name, { since, timer })
    },
    forget: (name) => {
      const timer = waiting.get(name)?.timer
      if (timer) clearTimeout(timer)
      waiting.delete(name)
    },
    flush: async () => {
      await Promise.all([...waiting.keys()].map(writeNow))
    },
    waiting: () => [...waiting.keys()],
  }
}
