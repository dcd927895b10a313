import { basename, extname } from 'node:path'
import type { BodyPiece } from './body-source'
import type { PreparedBody, PreparedPart } from './prepared-request'

/** The pieces of a `multipart/form-data` body, RFC 7578. */
export async function multipartPieces(
  body: Extract<PreparedBody, { kind: 'multipart' }>,
  openFile: (path: string) => Promise<BodyPiece>,
): Promise<readonly BodyPiece[]> {
  const pieces: BodyPiece[] = []
  for (const part of body.parts) {
    pieces.push(bytesPiece(`--${body.boundary}\r\n${partHead(part)}\r\n\r\n`))
    pieces.push(part.content.kind === 'text' ? bytesPiece(part.content.text) : await openFile(part.content.path))
    pieces.push(bytesPiece('\r\n'))
  }
  pieces.push(bytesPiece(`--${body.boundary}--\r\n`))
  return pieces
}

function bytesPiece(text: string): BodyPiece {
  return { kind: 'bytes', bytes: Buffer.from(text, 'utf8') }
}

function partHead(part: PreparedPart): string {
  const { content } = part
  const file = content.kind === 'file' ? `; filename="${escapeName(basename(content.path))}"` : ''
  const contentType = part.contentType ?? (content.kind === 'file' ? contentTypeOf(content.path) : null)
  const lines = [`Content-Disposition: form-data; name="${escapeName(part.name)}"${file}`]
  if (contentType !== null) lines.push(`Content-Type: ${contentType}`)
  return lines.join('\r\n')
}

/** As browsers do it: https://html.spec.whatwg.org/#multipart-form-data */
function escapeName(name: string): string {
  return name.replace(/\r\n?|\n/g, '%0D%0A').replace(/"/g, '%22')
}

const contentTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
}

function contentTypeOf(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
}
