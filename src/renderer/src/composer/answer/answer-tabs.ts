import { explainOutcome } from '@shared/answer/explain'
import type { HistoryEntry } from '@shared/history/history'
import { create } from 'zustand'
import { outcomeName } from './intent'

export type AnswerTab = 'explained' | 'body' | 'headers' | 'checks' | 'timing' | 'connection' | 'sent'

/** A plain 200 explains itself; every other answer is explained first, also a 200 that is not what it seems. */
function isPlainSuccess({ outcome, sent }: HistoryEntry): boolean {
  const isOk = outcome.kind === 'answered' && outcome.answer.status === 200
  return isOk && explainOutcome(outcome, sent).intent === 'success'
}

/** The tabs of an answer, the most telling first. Without an answer there is no body and there are no headers. */
export function tabsOf(entry: HistoryEntry): readonly AnswerTab[] {
  if (entry.outcome.kind === 'failed') return ['explained', 'checks', 'timing', 'connection', 'sent']
  const rest = ['body', 'headers', 'checks', 'timing', 'connection', 'sent'] as const
  return isPlainSuccess(entry) ? [...rest, 'explained'] : ['explained', ...rest]
}

/** The tab that the user chose, and for which kind of outcome: another outcome begins with its own first tab. */
export type TabChoice = { readonly tab: AnswerTab; readonly outcome: string }

/** The tab to show: the chosen one while the outcome is the same, else the most telling one. */
export function shownTab(entry: HistoryEntry, choice: TabChoice | null): AnswerTab {
  const tabs = tabsOf(entry)
  if (choice && choice.outcome === outcomeName(entry.outcome) && tabs.includes(choice.tab)) return choice.tab
  return tabs[0] ?? 'explained'
}

/** The choices by place: a draft's id, or `history`. They last as long as the window. */
export const useTabChoices = create<{ readonly choices: Readonly<Record<string, TabChoice>> }>(() => ({ choices: {} }))

export function chooseTab(place: string, entry: HistoryEntry, tab: AnswerTab): void {
  const choice = { tab, outcome: outcomeName(entry.outcome) }
  useTabChoices.setState(({ choices }) => ({ choices: { ...choices, [place]: choice } }))
}
