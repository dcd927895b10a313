import { AppError } from '@shared/app-error'
import type { Offer } from '@shared/partner-center/offer'
import { offerSchema } from '@shared/partner-center/offer-schema'
import type { Database } from './database'
import { textAt } from './row-reader'
import type { SqlRow } from './sql-value'
import { toStoredText } from './stored-text'

/** The rehearsed offers. All calls are synchronous; those that name an offer throw `bad-input` where there is none. */
export type OfferTable = {
  /** In the order of their creation; what cannot be read (another version wrote it) is left out and kept. */
  readonly list: () => readonly Offer[]
  readonly get: (id: string) => Offer
  readonly insert: (offer: Offer) => void
  readonly change: (id: string, changes: Partial<Omit<Offer, 'id'>>) => Offer
  readonly delete: (id: string) => void
  /** Brings a deleted offer back to its place. */
  readonly restore: (id: string) => Offer
  readonly purgeDeleted: () => void
}

export function createOfferTable(database: Database): OfferTable {
  function get(id: string): Offer {
    const row = database.get('SELECT content FROM offer WHERE id = ? AND deleted = 0', [id])
    const offer = row === null ? null : readOffer(row)
    if (offer === null) throw noSuchOffer()
    return offer
  }

  function setDeleted(id: string, deleted: 0 | 1): void {
    if (database.run('UPDATE offer SET deleted = ? WHERE id = ?', [deleted, id]) === 0) throw noSuchOffer()
  }

  return {
    list: () =>
      database.all('SELECT content FROM offer WHERE deleted = 0 ORDER BY place').flatMap((row) => {
        const offer = readOffer(row)
        return offer === null ? [] : [offer]
      }),
    get,
    insert: (offer) =>
      void database.run('INSERT INTO offer (id, content) VALUES (?, ?)', [
        offer.id,
        toStoredText(JSON.stringify(offer)),
      ]),
    change: (id, changes) =>
      database.transaction(() => {
        const offer = { ...get(id), ...changes }
        database.run('UPDATE offer SET content = ? WHERE id = ?', [toStoredText(JSON.stringify(offer)), id])
        return offer
      }),
    delete: (id) => setDeleted(id, 1),
    restore: (id) => {
      setDeleted(id, 0)
      return get(id)
    },
    purgeDeleted: () => void database.run('DELETE FROM offer WHERE deleted = 1', []),
  }
}

/** null for what this version cannot read. */
function readOffer(row: SqlRow): Offer | null {
  try {
    return offerSchema.parse(JSON.parse(textAt(row, 0)))
  } catch {
    return null
  }
}

function noSuchOffer(): AppError {
  return new AppError('bad-input', { detail: 'offer' })
}
