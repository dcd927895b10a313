import { defaultRequestSettings } from '@shared/request/request-template'
import type { PreparedPart, PreparedRequest } from '../sender/prepared-request'
import { fileName, quoted, writtenBytes, writtenHeaders } from './request-code-parts'

/** JavaScript with `fetch`, as a module for Node or, without files, for a browser. */
export function fetchCode(request: PreparedRequest): string {
  const { method, url, body, settings } = request
  const lines: string[] = []
  const options = [`  method: ${quoted(method)},`]
  const headers = writtenHeaders(request)
  if (headers.length > 0) {
    options.push('  headers: [')
    for (const [name, value] of headers) options.push(`    [${quoted(name)}, ${quoted(value)}],`)
    options.push('  ],')
  }
  switch (body.kind) {
    case 'bytes': {
      const written = writtenBytes(body)
      if (written.kind === 'text') options.push(`  body: ${textLiteral(written.text)},`)
      else options.push(`  body: Uint8Array.from(atob(${quoted(written.base64)}), (sign) => sign.charCodeAt(0)),`)
      break
    }
    case 'file':
      lines.push('import { openAsBlob } from "node:fs"', '')
      options.push(`  body: await openAsBlob(${quoted(body.path)}),`)
      break
    case 'multipart':
      if (body.parts.some((part) => part.content.kind === 'file')) {
        lines.push('import { openAsBlob } from "node:fs"', '')
      }
      lines.push('const form = new FormData()', ...body.parts.map(partLine), '')
      options.push('  body: form,')
      break
    case 'none':
  }
  if (!settings.followRedirects) options.push('  redirect: "manual",')
  if (settings.timeoutMs > 0 && settings.timeoutMs !== defaultRequestSettings.timeoutMs) {
    options.push(`  signal: AbortSignal.timeout(${settings.timeoutMs}),`)
  }
  if (!settings.verifyTls) lines.push('process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"', '')
  lines.push(
    `const response = await fetch(${quoted(url)}, {`,
    ...options,
    '})',
    'console.log(response.status, await response.text())',
  )
  return `${lines.join('\n')}\n`
}

/** Several lines stay several lines. */
function textLiteral(text: string): string {
  if (!text.includes('\n')) return quoted(text)
  const lines = text
    .split('\n')
    .map((line) => quoted(line).slice(1, -1).replaceAll('\\"', '"').replace(/[`$]/g, '\\$&'))
  return `\`${lines.join('\n')}\``
}

function partLine({ name, contentType, content }: PreparedPart): string {
  const type = contentType === null ? '' : `, { type: ${quoted(contentType)} }`
  if (content.kind === 'file') {
    return `form.append(${quoted(name)}, await openAsBlob(${quoted(content.path)}${type}), ${quoted(fileName(content.path))})`
  }
  const value = type === '' ? quoted(content.text) : `new Blob([${quoted(content.text)}]${type})`
  return `form.append(${quoted(name)}, ${value})`
}
