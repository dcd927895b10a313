import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@shared/app-error'
import type { ReportFormat } from '@shared/runner/collection-run'
import { htmlReport } from './html-report'
import { jsonReport } from './json-report'
import { junitReport } from './junit-report'
import type { ReportSource } from './report-source'

/** A report as pieces of text. */
export function reportText(format: ReportFormat, source: ReportSource): AsyncGenerator<string> {
  switch (format) {
    case 'json':
      return jsonReport(source)
    case 'junit':
      return junitReport(source)
    case 'html':
      return htmlReport(source)
  }
}

/**
 * Writes a report beside its place and renames it when it is whole.
 * @throws AppError `disk-full`, `export-failed` {detail}; no half file stays behind
 */
export async function writeReport(path: string, format: ReportFormat, source: ReportSource): Promise<void> {
  const partial = `${path}.partial`
  try {
    await pipeline(reportText(format, source), createWriteStream(partial))
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new AppError(code === 'ENOSPC' ? 'disk-full' : 'export-failed', { detail: code }, { cause: error })
  }
}
