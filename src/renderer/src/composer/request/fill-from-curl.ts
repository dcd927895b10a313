import { readCurl } from '@shared/curl/read-curl'
import i18next from 'i18next'
import { changeDraft, openNewRequest, useComposer } from '../../state/composer-store'
import { showToast } from '../../state/toast-store'
import { offerUndo } from '../../ui/undo-toast'
import { changeUrl } from './change-request'

export type CurlCommand = ReturnType<typeof readCurl>[number]

/** The commands of a pasted text; empty when it cannot be read as cURL after all, so that it is pasted as it is. */
export function readPastedCurl(text: string): readonly CurlCommand[] {
  try {
    return readCurl(text)
  } catch {
    return []
  }
}

/** Makes a draft's request that of a cURL command; can be undone. */
export function fillFromCurl(draftId: string, command: CurlCommand): void {
  const before = useComposer.getState().drafts[draftId]
  if (!before) return
  const hasName = before.nodeId !== null || before.name !== i18next.t('newRequest', { ns: 'collections' })
  const { request } = command
  changeDraft(draftId, { request, ...(hasName ? {} : { name: command.name }) })
  // The rows of parameters are read from the URL where the command's reader left them empty.
  changeUrl(draftId, request.url)
  offerUndo(i18next.t('curl.filled', { ns: 'request' }), async () =>
    changeDraft(draftId, { request: before.request, name: before.name }),
  )
  tellNotes(command)
}

/** Opens a tab for each command. */
export function openCurlCommands(commands: readonly CurlCommand[]): void {
  for (const { name, request } of commands) {
    const id = openNewRequest({ name, request })
    changeUrl(id, request.url)
  }
}

function tellNotes({ notes }: CurlCommand): void {
  const t = (key: 'curl.ignored' | 'curl.files', params = {}) => i18next.t(key, { ns: 'request', ...params })
  const ignored = notes.filter(({ code }) => code === 'option-ignored').map(({ detail }) => detail)
  if (ignored.length > 0) {
    showToast({
      intent: 'info',
      title: t('curl.ignored', { options: ignored.join(', ').slice(0, 300) }),
      lastsMs: 10_000,
    })
  }
  if (notes.some(({ code }) => code === 'files-to-choose')) {
    showToast({ intent: 'warning', title: t('curl.files'), lastsMs: 10_000 })
  }
}
