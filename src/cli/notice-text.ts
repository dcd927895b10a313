import frameTexts from '@resources/locales/en/frame.json'
import { AppError } from '@shared/app-error'
import { assertNever } from '@shared/assert-never'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { Notice } from '@shared/receiver-state'
import { fillText } from '@shared/text/fill-text'
import { explainError } from './explain-error'

/** What happened to the data, in the window's words. */
export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case 'database-moved-aside': {
      const { title, body } = frameTexts.notice[notice.kind]
      return `${title} ${fillText(body, { path: notice.path })}`
    }
    case 'retention-removed': {
      const { title, body_one, body_other } = frameTexts.notice[notice.kind]
      return `${title} ${fillText(notice.count === 1 ? body_one : body_other, { count: notice.count })}`
    }
    default:
      return assertNever(notice)
  }
}

/** What of an event somebody at a terminal must hear; null for all the rest. */
export function eventText(event: EngineEvent): string | null {
  if (event.type === 'notice') return noticeText(event.notice)
  if (event.type !== 'storage-changed') return null
  switch (event.storage.state) {
    case 'ok':
      return null
    case 'disk-full':
      return explainError(new AppError('disk-full'))
    case 'failed':
      return explainError(new AppError(event.storage.error.code, event.storage.error.params))
    default:
      return assertNever(event.storage)
  }
}
