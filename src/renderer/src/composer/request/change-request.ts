import type { RequestTemplate } from '@shared/request/request-template'
import { paramsOfUrl, pathVariablesOfUrl } from '@shared/request/url-params'
import { changeDraft, useComposer } from '../../state/composer-store'

/** Edits the request of a draft. */
export function changeRequest(draftId: string, changes: Partial<RequestTemplate>): void {
  const request = useComposer.getState().drafts[draftId]?.request
  if (request) changeDraft(draftId, { request: { ...request, ...changes } })
}

/** Edits the URL of a draft; its rows of parameters and path variables follow. */
export function changeUrl(draftId: string, url: string): void {
  const request = useComposer.getState().drafts[draftId]?.request
  if (!request) return
  changeRequest(draftId, {
    url,
    params: [...paramsOfUrl(url, request.params)],
    pathVariables: [...pathVariablesOfUrl(url, request.pathVariables)],
  })
}

/** Sends a draft without an Authorization header: a flow takes only one of it and the signature. */
export function dropAuthorization(draftId: string): void {
  const request = useComposer.getState().drafts[draftId]?.request
  if (!request) return
  changeRequest(draftId, {
    auth: { type: 'none' },
    headers: request.headers.map((row) =>
      row.name.trim().toLowerCase() === 'authorization' ? { ...row, enabled: false } : row,
    ),
  })
}
