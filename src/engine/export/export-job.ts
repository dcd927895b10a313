import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@shared/app-error'
import type { LeadSelection } from '@shared/contract/engine-commands'
import { recogniseText } from '../ingest/recognise-text'
import type { LeadStore } from '../storage/lead-store'
import { csvByteOrderMark, csvHead, csvRow } from './csv-format'
import { harEntry, harHead, harTail } from './har-format'
import { jsonlRow } from './jsonl-format'

/** What an export reads. */
export type ExportedLeads = Pick<LeadStore, 'selectIds' | 'countSelection' | 'get'>

export type ExportFormat = 'csv' | 'jsonl' | 'har'

export type ExportOrder = {
  readonly selection: LeadSelection
  readonly format: ExportFormat
  /** The file is written beside its place under another name and renamed when it is whole. */
  readonly path: string
  /** Scheme, host and port of the receiver, for URLs in HAR files. */
  readonly baseUrl: string
  readonly version: string
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

const pageSize = 100

/**
 * Writes the selected leads to a file, newest first, a page at a time so that the receiver goes on and memory stays flat.
 * @returns how many were written. @throws AppError `cancelled`, `disk-full` or `export-failed`; no half file stays behind
 */
export async function exportLeads(leads: ExportedLeads, order: ExportOrder): Promise<number> {
  const partial = `${order.path}.partial`
  let count = 0
  async function* text(): AsyncGenerator<string> {
    for await (const piece of exportText(leads, order)) {
      count = piece.count
      yield piece.text
    }
  }
  try {
    await pipeline(text, createWriteStream(partial, { mode: 0o600 }), { signal: order.signal })
    await rename(partial, order.path)
    return count
  } catch (error) {
    await rm(partial, { force: true })
    throw order.signal.aborted ? new AppError('cancelled', {}, { cause: error }) : asExportError(error)
  }
}

/** The same as pieces of text, for standard output. */
export async function* exportText(
  leads: ExportedLeads,
  order: Omit<ExportOrder, 'path'>,
): AsyncGenerator<{ readonly text: string; readonly count: number }> {
  const total = leads.countSelection(order.selection)
  let count = 0
  let before: number | null = null
  yield { text: head(order), count }
  for (;;) {
    const ids: readonly number[] = leads.selectIds(order.selection, before, pageSize)
    let text = ''
    for (const id of ids) {
      text += row(leads, id, order, count)
      count += 1
    }
    yield { text, count }
    order.onProgress(count, total)
    before = ids.at(-1) ?? null
    if (ids.length < pageSize || before === null) break
    // Requests that arrived meanwhile go first.
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  if (order.format === 'har') yield { text: harTail, count }
}

function head(order: Omit<ExportOrder, 'path'>): string {
  switch (order.format) {
    case 'csv':
      return csvByteOrderMark + csvHead()
    case 'har':
      return harHead(order.version)
    case 'jsonl':
      return ''
  }
}

function row(leads: ExportedLeads, id: number, order: Omit<ExportOrder, 'path'>, position: number): string {
  // All of the body, however long: a file that is silently cut would be taken for the whole.
  const lead = leads.get(id, Number.MAX_SAFE_INTEGER)
  switch (order.format) {
    case 'csv':
      return csvRow(lead, recogniseText(lead.bodyText))
    case 'har':
      return (position === 0 ? '' : ',\n') + harEntry(lead, order.baseUrl)
    case 'jsonl':
      return jsonlRow(lead)
  }
}

function asExportError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (code === 'ENOSPC') return new AppError('disk-full', {}, { cause: error })
  return new AppError('export-failed', { detail: code }, { cause: error })
}
