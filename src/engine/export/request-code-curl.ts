import { bashQuote } from '@shared/curl/bash-quote'
import { defaultRequestSettings, type RequestSettings } from '@shared/request/request-template'
import type { PreparedPart, PreparedRequest } from '../sender/prepared-request'
import { writtenBytes, writtenHeaders } from './request-code-parts'

/** A curl command in bash quoting. */
export function curlCode(request: PreparedRequest): string {
  const headers = writtenHeaders(request)
  const options = [...requestOptions(request), ...headers.map(([name, value]) => headerOption(name, value))]
  const { body } = request
  // curl calls any data a form unless it is told otherwise.
  const isTyped = headers.some(([name]) => /^content-type$/i.test(name))
  if ((body.kind === 'bytes' || body.kind === 'file') && !isTyped) options.push(`--header 'Content-Type:'`)
  let before = ''
  if (body.kind === 'bytes') {
    const written = writtenBytes(body)
    if (written.kind === 'text') options.push(`--data-raw ${bashQuote(written.text)}`)
    else {
      before = `printf %s ${bashQuote(written.base64)} | base64 --decode | `
      options.push('--data-binary @-')
    }
  } else if (body.kind === 'file') {
    options.push(`--data-binary ${bashQuote(`@${body.path}`)}`)
  } else if (body.kind === 'multipart') {
    for (const part of body.parts) options.push(partOption(part))
  }
  options.push(...settingOptions(request.settings))
  return `${before}curl ${options.join(' \\\n  ')}\n`
}

function requestOptions({ method, url, body }: PreparedRequest): readonly string[] {
  // A HEAD by --request would wait for a body that never comes.
  const verb = method === 'HEAD' && body.kind === 'none' ? '--head' : `--request ${bashQuote(method)}`
  // Brackets and braces would be taken for ranges and lists of URLs.
  return [...(/[[\]{}]/.test(url) ? ['--globoff'] : []), `${verb} --url ${bashQuote(url)}`]
}

function headerOption(name: string, value: string): string {
  return `--header ${bashQuote(value === '' ? `${name};` : `${name}: ${value}`)}`
}

function partOption({ name, contentType, content }: PreparedPart): string {
  const type = contentType === null ? '' : `;type=${contentType}`
  if (content.kind === 'file') return `--form ${bashQuote(`${name}=@${formQuote(content.path)}${type}`)}`
  if (type === '') return `--form-string ${bashQuote(`${name}=${content.text}`)}`
  return `--form ${bashQuote(`${name}=${formQuote(content.text)}${type}`)}`
}

/** Within --form, quotes keep `;` and `,` from being separators. */
function formQuote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function settingOptions(settings: RequestSettings): readonly string[] {
  const options: string[] = []
  if (settings.followRedirects) options.push('--location')
  if (settings.followRedirects && settings.maxRedirects !== defaultRequestSettings.maxRedirects) {
    options.push(`--max-redirs ${settings.maxRedirects}`)
  }
  if (!settings.verifyTls) options.push('--insecure')
  if (settings.timeoutMs !== defaultRequestSettings.timeoutMs) options.push(`--max-time ${settings.timeoutMs / 1000}`)
  if (settings.proxy !== '') options.push(`--proxy ${bashQuote(settings.proxy)}`)
  const certificate = settings.clientCertificate
  if (certificate) {
    const path = certificate.certificate.path
    if (/\.(pfx|p12)$/i.test(path)) options.push('--cert-type P12')
    options.push(`--cert ${bashQuote(path.replaceAll(':', '\\:'))}`)
    if (certificate.key) options.push(`--key ${bashQuote(certificate.key.path)}`)
    if (certificate.passphrase !== '') options.push(`--pass ${bashQuote(certificate.passphrase)}`)
  }
  return options
}
