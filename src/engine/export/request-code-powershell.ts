import { defaultRequestSettings, type RequestSettings } from '@shared/request/request-template'
import type { PreparedPart, PreparedRequest } from '../sender/prepared-request'
import { fileName, joinedHeaders, writtenBytes, writtenHeaders } from './request-code-parts'

/** The methods that Windows' own PowerShell 5.1 knows by name. */
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'PATCH'])

/** PowerShell with `Invoke-WebRequest`; a multipart body, an own method or no check of TLS needs PowerShell 7. */
export function powershellCode(request: PreparedRequest): string {
  const { method, url, body, settings } = request
  const lines: string[] = []
  const options = [
    knownMethods.has(method) ? `-Method ${method}` : `-CustomMethod ${literal(method)}`,
    `-Uri ${literal(url)}`,
  ]
  const all = joinedHeaders(writtenHeaders(request))
  // Version 5.1 refuses these two among the headers.
  const headers = all.filter(([name]) => !/^(?:content-type|user-agent)$/i.test(name))
  if (headers.length > 0) {
    lines.push('$headers = @{', ...headers.map(([name, value]) => `  ${literal(name)} = ${literal(value)}`), '}')
    options.push('-Headers $headers')
  }
  for (const [name, option] of [
    ['content-type', '-ContentType'],
    ['user-agent', '-UserAgent'],
  ] as const) {
    const value = all.find((pair) => pair[0].toLowerCase() === name)?.[1]
    if (value !== undefined) options.push(`${option} ${literal(value)}`)
  }
  switch (body.kind) {
    case 'bytes': {
      const written = writtenBytes(body)
      // As bytes: version 5.1 would send a text as Latin-1.
      if (written.kind === 'text') lines.push(`$body = ${utf8(written.text)}`)
      else lines.push(`$body = [Convert]::FromBase64String(${literal(written.base64)})`)
      options.push('-Body $body')
      break
    }
    case 'file':
      options.push(`-InFile ${literal(body.path)}`)
      break
    case 'multipart':
      lines.push('$form = [System.Net.Http.MultipartFormDataContent]::new()', ...body.parts.flatMap(partLines))
      options.push('-Body $form')
      break
    case 'none':
  }
  options.push(...settingOptions(settings))
  lines.push(`$response = Invoke-WebRequest -UseBasicParsing ${options.join(' `\n  ')}`)
  lines.push('$response.StatusCode', '$response.Content')
  return `${lines.join('\n')}\n`
}

/** In single quotes nothing is filled in. PowerShell takes the curly ones for single quotes too. */
function literal(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`
}

function utf8(text: string): string {
  return `[System.Text.Encoding]::UTF8.GetBytes(${literal(text)})`
}

function partLines({ name, contentType, content }: PreparedPart): readonly string[] {
  const bytes =
    content.kind === 'file' ? `[System.IO.File]::ReadAllBytes(${literal(content.path)})` : utf8(content.text)
  const names = [literal(name), ...(content.kind === 'file' ? [literal(fileName(content.path))] : [])]
  return [
    `$part = [System.Net.Http.ByteArrayContent]::new(${bytes})`,
    ...(contentType === null
      ? []
      : [`$null = $part.Headers.TryAddWithoutValidation('Content-Type', ${literal(contentType)})`]),
    `$form.Add($part, ${names.join(', ')})`,
  ]
}

function settingOptions(settings: RequestSettings): readonly string[] {
  const options: string[] = []
  if (!settings.followRedirects) options.push('-MaximumRedirection 0')
  else if (settings.maxRedirects !== defaultRequestSettings.maxRedirects) {
    options.push(`-MaximumRedirection ${settings.maxRedirects}`)
  }
  if (!settings.verifyTls) options.push('-SkipCertificateCheck')
  if (settings.timeoutMs !== defaultRequestSettings.timeoutMs) {
    options.push(`-TimeoutSec ${Math.ceil(settings.timeoutMs / 1000)}`)
  }
  if (settings.proxy !== '') options.push(`-Proxy ${literal(settings.proxy)}`)
  const certificate = settings.clientCertificate
  if (certificate && certificate.key === null) {
    options.push(`-Certificate (Get-PfxCertificate -LiteralPath ${literal(certificate.certificate.path)})`)
  }
  return options
}
