import type { ImportNote } from '@shared/collection/node-content'
import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { readAuth } from './auth'
import { looseObject, objectsIn } from './loose-json'
import { isFolderItem } from './read-item'
import { readRequest } from './read-request'
import { readScripts } from './scripts'

/** What of a v2.1 document needs a look after its import, each with its number. */
export function importNotes(document: JsonObject, convertedFrom: '2.0' | null): readonly ImportNote[] {
  const authNames: string[] = []
  let scripts = 0
  let files = 0

  function look(item: JsonObject): void {
    scripts += readScripts(item).length
    const auths = [readAuth(item.auth)]
    if (isJsonObject(item.request)) {
      auths.push(readAuth(item.request.auth))
      files += filesNamed(item.request)
    }
    for (const auth of auths) if (auth.type === 'unsupported') authNames.push(auth.name)
    if (item === document || isFolderItem(item)) for (const child of objectsIn(item.item)) look(child)
  }
  look(document)

  const notes: ImportNote[] = []
  if (convertedFrom) notes.push({ code: 'converted-from-2.0', count: 1, detail: '' })
  if (scripts > 0) notes.push({ code: 'scripts-not-run', count: scripts, detail: '' })
  if (authNames.length > 0) {
    notes.push({ code: 'auth-unsupported', count: authNames.length, detail: [...new Set(authNames)].join(', ') })
  }
  if (files > 0) notes.push({ code: 'files-to-choose', count: files, detail: '' })
  return notes
}

/** Files on somebody's disk that a request names: they are only read once the user has chosen them here. */
function filesNamed(raw: JsonObject): number {
  const mode = looseObject(raw.body).mode
  if (mode !== 'file' && mode !== 'formdata' && raw.certificate === undefined) return 0
  const { body, settings } = readRequest(raw)
  const certificate = settings.clientCertificate
  const count = certificate ? (certificate.key ? 2 : 1) : 0
  if (body.type === 'file') return count + (body.file ? 1 : 0)
  if (body.type !== 'form-data') return count
  return body.rows.reduce((sum, row) => sum + (row.files?.length ?? 0), count)
}
