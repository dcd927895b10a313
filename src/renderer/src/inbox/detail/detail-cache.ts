import type { LeadDetail } from '@shared/lead/lead-detail'

/** Details that were read lately, so that going back and forth between leads asks the engine once. */
export type DetailCache = {
  /** The detail if it is at hand. */
  readonly peek: (id: number) => LeadDetail | null
  /** The detail, asked for if need be; two callers at the same time share one request. */
  readonly load: (id: number) => Promise<LeadDetail>
  /** Forgets details that have changed or gone; an answer that is still under way is then not kept. */
  readonly forget: (ids: readonly number[]) => void
  readonly clear: () => void
}

/** @param fetch asks the engine @param limit how many are kept; the one unused for longest goes first */
export function createDetailCache(fetch: (id: number) => Promise<LeadDetail>, limit = 20): DetailCache {
  const kept = new Map<number, LeadDetail>()
  const underWay = new Map<number, Promise<LeadDetail>>()

  const keep = (id: number, detail: LeadDetail) => {
    kept.delete(id)
    kept.set(id, detail)
    const oldest = kept.keys().next()
    if (kept.size > limit && !oldest.done) kept.delete(oldest.value)
  }
  const ask = (id: number): Promise<LeadDetail> => {
    const request = fetch(id)
      .then((detail) => {
        if (underWay.get(id) === request) keep(id, detail)
        return detail
      })
      .finally(() => {
        if (underWay.get(id) === request) underWay.delete(id)
      })
    underWay.set(id, request)
    return request
  }
  return {
    peek: (id) => {
      const detail = kept.get(id)
      if (detail) keep(id, detail)
      return detail ?? null
    },
    load: (id) => {
      const detail = kept.get(id)
      return detail ? Promise.resolve(detail) : (underWay.get(id) ?? ask(id))
    },
    forget: (ids) => {
      for (const id of ids) {
        kept.delete(id)
        underWay.delete(id)
      }
    },
    clear: () => {
      kept.clear()
      underWay.clear()
    },
  }
}
