import { openStorage } from '../../../src/engine/storage/open-storage'
import { createLeadGenerator } from '../seed-leads'

// Stores leads without end; after each durable batch a line says the last id.
const { leads } = openStorage(process.argv[2] ?? '')
const next = createLeadGenerator(Number(process.argv[3] ?? 1))

function storeBatch(): void {
  const stored = leads.insert(Array.from({ length: 20 }, (_, position) => next(position)))
  process.stdout.write(`${stored.at(-1)?.id}\n`, () => setImmediate(storeBatch))
}

storeBatch()
