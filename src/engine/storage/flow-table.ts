import { randomBytes } from 'node:crypto'
import { AppError } from '@shared/app-error'
import { type Flow, type FlowChanges, flowMethods, flowStates, flowTriggerers } from '@shared/flow/flow'
import { z } from 'zod'
import type { Database } from './database'
import { numberAt, textAt, wordAt } from './row-reader'
import type { SqlRow } from './sql-value'
import { toStoredText } from './stored-text'

export type StoredFlowChanges = Omit<FlowChanges, 'state'> & { readonly state?: Flow['state'] | undefined }

/** The flows on disk. All calls are synchronous; each writing call is one transaction. */
export type FlowTable = {
  /** In the order of their creation. */
  readonly list: () => readonly Flow[]
  /** null where there is no such flow. */
  readonly get: (id: string) => Flow | null
  readonly insert: (flow: Flow) => void
  /** Throws `bad-input` when there is no such flow. */
  readonly change: (id: string, changes: StoredFlowChanges) => Flow
  /** Gives the flow a new signature and keeps the old one in {@link FlowTable.previousSignatures}. Throws `bad-input`. */
  readonly regenerateSignature: (id: string) => Flow
  /** Signatures that the flow had before, newest first: a URL that carries one gets a diagnosis of its own. */
  readonly previousSignatures: (id: string) => readonly string[]
  /** The first flow; made as `Default` with the given schema where there is none yet. */
  readonly ensureDefault: (schemaText: string) => Flow
}

const columns = 'id, name, state, triggered_by, method, schema_text, schema_validation, signature, created_at'

const stateSchema = z.enum(flowStates)
const triggererSchema = z.enum(flowTriggerers)
const methodSchema = z.enum(flowMethods)

export function createFlowTable(database: Database): FlowTable {
  function get(id: string): Flow | null {
    const row = database.get(`SELECT ${columns} FROM flow WHERE id = ?`, [id])
    return row === null ? null : readFlow(row)
  }

  function demand(id: string): Flow {
    const flow = get(id)
    if (flow === null) throw new AppError('bad-input', { detail: 'flow' })
    return flow
  }

  function write(flow: Flow): Flow {
    database.run(
      `INSERT INTO flow (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, state = excluded.state,
         triggered_by = excluded.triggered_by, method = excluded.method, schema_text = excluded.schema_text,
         schema_validation = excluded.schema_validation, signature = excluded.signature`,
      [
        flow.id,
        toStoredText(flow.name),
        flow.state,
        flow.triggeredBy,
        flow.method,
        toStoredText(flow.schemaText),
        flow.schemaValidation ? 1 : 0,
        flow.signature,
        flow.createdAt,
      ],
    )
    return flow
  }

  function list(): readonly Flow[] {
    return database.all(`SELECT ${columns} FROM flow ORDER BY created_at, rowid`).map(readFlow)
  }

  return {
    list,
    get,
    insert: (flow) => void database.transaction(() => write(flow)),
    change: (id, changes) => database.transaction(() => write(withChanges(demand(id), changes))),
    regenerateSignature: (id) =>
      database.transaction(() => {
        const flow = demand(id)
        database.run('INSERT INTO flow_previous_signature (flow_id, signature) VALUES (?, ?)', [id, flow.signature])
        return write({ ...flow, signature: newSignature() })
      }),
    previousSignatures: (id) =>
      database
        .all('SELECT signature FROM flow_previous_signature WHERE flow_id = ? ORDER BY id DESC', [id])
        .map((row) => wordAt(row, 0)),
    ensureDefault: (schemaText) =>
      database.transaction(() => list()[0] ?? write(newFlow({ name: 'Default', schemaText }))),
  }
}

/** A new flow, on, with an id and a signature of its own; what is not told is as the trigger's defaults are for a lead. */
export function newFlow(told: Partial<Omit<Flow, 'id' | 'signature' | 'createdAt'>> & { readonly name: string }): Flow {
  return {
    state: 'started',
    triggeredBy: 'anyone',
    method: 'POST',
    schemaText: '',
    schemaValidation: false,
    ...told,
    id: randomBytes(16).toString('hex'),
    signature: newSignature(),
    createdAt: Date.now(),
  }
}

/** 256 random bits as 43 characters base64url, the form that Power Automate's own signatures have. */
function newSignature(): string {
  return randomBytes(32).toString('base64url')
}

function withChanges(flow: Flow, changes: StoredFlowChanges): Flow {
  return {
    ...flow,
    name: changes.name ?? flow.name,
    state: changes.state ?? flow.state,
    triggeredBy: changes.triggeredBy ?? flow.triggeredBy,
    method: changes.method ?? flow.method,
    schemaText: changes.schemaText ?? flow.schemaText,
    schemaValidation: changes.schemaValidation ?? flow.schemaValidation,
  }
}

function readFlow(row: SqlRow): Flow {
  return {
    id: wordAt(row, 0),
    name: textAt(row, 1),
    state: stateSchema.parse(wordAt(row, 2)),
    triggeredBy: triggererSchema.parse(wordAt(row, 3)),
    method: methodSchema.parse(wordAt(row, 4)),
    schemaText: textAt(row, 5),
    schemaValidation: numberAt(row, 6) === 1,
    signature: wordAt(row, 7),
    createdAt: numberAt(row, 8),
  }
}
