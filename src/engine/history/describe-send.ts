import type { HistoryEntry, HistorySummary } from '@shared/history/history'
import type { NewHistoryEntry } from '../storage/history-table'

/** A send that has ended, as the history keeps it. @param mask hides what must not be seen in a list */
export function describeSend(
  entry: Omit<HistoryEntry, 'id'>,
  body: Uint8Array,
  mask: (text: string) => string,
): NewHistoryEntry {
  const { outcome, sent } = entry
  const answer = outcome.kind === 'answered' ? outcome.answer : null
  const checksFailed = entry.checkResults.filter((result) => !result.passed).length
  const summary: Omit<HistorySummary, 'id'> = {
    sentAt: entry.sentAt,
    name: mask(entry.name),
    nodeId: entry.nodeId,
    method: sent.method,
    url: mask(sent.url),
    status: answer?.status ?? null,
    failure: outcome.kind === 'failed' ? outcome.failure.kind : null,
    durationMs: entry.timing.total,
    answerSize: answer?.bodySize ?? 0,
    checksFailed,
  }
  return {
    entry,
    summary,
    searchText: [summary.name, summary.method, summary.url, summary.status ?? summary.failure ?? ''].join(' '),
    succeeded: answer !== null && answer.status < 400 && checksFailed === 0,
    body,
  }
}
