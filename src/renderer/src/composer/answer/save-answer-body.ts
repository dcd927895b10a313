import type { HistoryEntry } from '@shared/history/history'
import { headerValue } from '@shared/http/header-pair'
import i18next from 'i18next'
import { revealFile } from '../../app-shell/actions'
import { callEngine, callShell } from '../../state/bridge'
import { showErrorToast, showToast } from '../../state/toast-store'
import { bodyKind, mediaType } from './body-kind'

/** Asks where to and writes the answer's whole body there; the outcome is told in a toast. */
export async function saveAnswerBody(entry: HistoryEntry): Promise<void> {
  if (entry.outcome.kind !== 'answered') return
  const suggestion = suggestFile(entry.outcome.answer)
  try {
    const file = await callShell('file.choose-save', suggestion)
    if (file === null) return
    await callEngine('history.save-body', { id: entry.id, fileToken: file.token })
    showToast({
      intent: 'success',
      title: i18next.t('answer:saved', { name: file.name }),
      action: { label: i18next.t('frame:job.showFolder'), run: () => void revealFile(file.token) },
    })
  } catch (error) {
    showErrorToast(i18next.t('answer:notSaved'), error)
  }
}

/** Pure: a name for an answer's body. What the server suggests is used only as far as it is a plain name. */
export function suggestFile(answer: Parameters<typeof bodyKind>[0]): {
  readonly suggestedName: string
  readonly extension: string
} {
  const named = /filename="?([^";]+)/i.exec(headerValue(answer.headers, 'content-disposition') ?? '')?.[1]?.trim() ?? ''
  const plain = /^([\w][\w .()-]{0,80})\.([a-z0-9]{1,8})$/i.exec(named)
  if (plain?.[1] && plain[2]) return { suggestedName: named, extension: plain[2].toLowerCase() }
  const extension = extensionOf(answer)
  return { suggestedName: `answer.${extension}`, extension }
}

function extensionOf(answer: Parameters<typeof bodyKind>[0]): string {
  const kind = bodyKind(answer)
  switch (kind) {
    case 'json':
    case 'xml':
    case 'html':
      return kind
    case 'image':
      return /^image\/([a-z0-9]{1,8})/.exec(mediaType(answer))?.[1] ?? 'img'
    case 'binary':
      return mediaType(answer) === 'application/pdf' ? 'pdf' : 'bin'
    case 'text':
    case 'empty':
      return 'txt'
  }
}
