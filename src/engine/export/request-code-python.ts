import { defaultRequestSettings, type RequestSettings } from '@shared/request/request-template'
import type { PreparedPart, PreparedRequest } from '../sender/prepared-request'
import { fileName, joinedHeaders, quoted, quotedLines, writtenBytes, writtenHeaders } from './request-code-parts'

/** Python with the library `requests`. */
export function pythonCode(request: PreparedRequest): string {
  const { method, url, body, settings } = request
  const lines: string[] = []
  const options: string[] = []
  const headers = joinedHeaders(writtenHeaders(request))
  if (headers.length > 0) {
    lines.push('headers = {')
    for (const [name, value] of headers) lines.push(`    ${quoted(name)}: ${quoted(value)},`)
    lines.push('}')
    options.push('headers=headers')
  }
  switch (body.kind) {
    case 'bytes': {
      const written = writtenBytes(body)
      if (written.kind === 'text') lines.push(...payloadLines(written.text))
      else lines.push(`payload = base64.b64decode(${quoted(written.base64)})`)
      options.push('data=payload')
      break
    }
    case 'file':
      options.push(`data=open(${quoted(body.path)}, "rb")`)
      break
    case 'multipart':
      lines.push('files = [')
      for (const part of body.parts) lines.push(`    (${quoted(part.name)}, ${partTuple(part)}),`)
      lines.push(']')
      options.push('files=files')
      break
    case 'none':
  }
  const usesBase64 = lines.some((line) => line.startsWith('payload = base64'))
  return [
    ...(usesBase64 ? ['import base64'] : []),
    'import requests',
    '',
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    'response = requests.request(',
    ...[quoted(method), quoted(url), ...options, ...settingOptions(settings)].map((option) => `    ${option},`),
    ')',
    'print(response.status_code, response.text)',
    '',
  ].join('\n')
}

function payloadLines(text: string): readonly string[] {
  if (!text.includes('\n')) return [`payload = ${quoted(text)}.encode("utf-8")`]
  return ['payload = (', ...quotedLines(text).map((line) => `    ${line}`), ').encode("utf-8")']
}

function partTuple({ contentType, content }: PreparedPart): string {
  const values =
    content.kind === 'file'
      ? [quoted(fileName(content.path)), `open(${quoted(content.path)}, "rb")`]
      : ['None', `${quoted(content.text)}.encode("utf-8")`]
  return `(${[...values, ...(contentType === null ? [] : [quoted(contentType)])].join(', ')})`
}

function settingOptions(settings: RequestSettings): readonly string[] {
  const options: string[] = []
  if (settings.timeoutMs > 0 && settings.timeoutMs !== defaultRequestSettings.timeoutMs) {
    options.push(`timeout=${settings.timeoutMs / 1000}`)
  }
  if (!settings.followRedirects) options.push('allow_redirects=False')
  if (!settings.verifyTls) options.push('verify=False')
  if (settings.proxy !== '') {
    options.push(`proxies={"http": ${quoted(settings.proxy)}, "https": ${quoted(settings.proxy)}}`)
  }
  const certificate = settings.clientCertificate
  if (certificate?.key) {
    options.push(`cert=(${quoted(certificate.certificate.path)}, ${quoted(certificate.key.path)})`)
  } else if (certificate) {
    options.push(`cert=${quoted(certificate.certificate.path)}`)
  }
  return options
}
