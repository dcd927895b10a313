import { defaultRequestSettings, type RequestSettings } from '@shared/request/request-template'
import type { PreparedPart, PreparedRequest } from '../sender/prepared-request'
import { fileName, quoted, quotedLines, writtenBytes, writtenHeaders } from './request-code-parts'

/** Headers that .NET keeps with the content. */
const contentHeader = /^(?:allow|expires|last-modified|content-.+)$/i

/** C# with `HttpClient`, as top-level statements. */
export function csharpCode(request: PreparedRequest): string {
  const { method, url, body, settings } = request
  const handler = handlerLines(settings)
  const lines = [
    'using System.Text;',
    '',
    ...handler,
    `using var client = new HttpClient(${handler.length > 0 ? 'handler' : ''})${timeoutText(settings)};`,
    `using var request = new HttpRequestMessage(new HttpMethod(${quoted(method)}), ${quoted(url)});`,
  ]
  switch (body.kind) {
    case 'bytes': {
      const written = writtenBytes(body)
      if (written.kind === 'text') lines.push(...textContent(written.text))
      else lines.push(`request.Content = new ByteArrayContent(Convert.FromBase64String(${quoted(written.base64)}));`)
      break
    }
    case 'file':
      lines.push(`request.Content = new StreamContent(File.OpenRead(${quoted(body.path)}));`)
      break
    case 'multipart':
      lines.push(
        'var form = new MultipartFormDataContent();',
        ...body.parts.flatMap(partLines),
        'request.Content = form;',
      )
      break
    case 'none':
  }
  for (const [name, value] of writtenHeaders(request)) {
    const isOfContent = contentHeader.test(name)
    if (isOfContent && body.kind === 'none') continue
    const holder = isOfContent ? 'request.Content.Headers' : 'request.Headers'
    lines.push(`${holder}.TryAddWithoutValidation(${quoted(name)}, ${quoted(value)});`)
  }
  lines.push(
    'using var response = await client.SendAsync(request);',
    'Console.WriteLine((int)response.StatusCode);',
    'Console.WriteLine(await response.Content.ReadAsStringAsync());',
  )
  return `${lines.join('\n')}\n`
}

/** As bytes: a StringContent would add a content type of its own. */
function textContent(text: string): readonly string[] {
  const [first, ...rest] = quotedLines(text)
  if (rest.length === 0) return [`request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(${first ?? '""'}));`]
  return [
    'request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(',
    ...[first, ...rest].map((line, index) => `    ${index === 0 ? '' : '+ '}${line}`),
    '));',
  ]
}

function partLines({ name, contentType, content }: PreparedPart, index: number): readonly string[] {
  const part = `part${index + 1}`
  const isFile = content.kind === 'file'
  const value = isFile
    ? `new StreamContent(File.OpenRead(${quoted(content.path)}))`
    : `new ByteArrayContent(Encoding.UTF8.GetBytes(${quoted(content.text)}))`
  const names = [quoted(name), ...(isFile ? [quoted(fileName(content.path))] : [])]
  return [
    `var ${part} = ${value};`,
    ...(contentType === null
      ? []
      : [`${part}.Headers.TryAddWithoutValidation("Content-Type", ${quoted(contentType)});`]),
    `form.Add(${part}, ${names.join(', ')});`,
  ]
}

function timeoutText({ timeoutMs }: RequestSettings): string {
  if (timeoutMs === defaultRequestSettings.timeoutMs) return ''
  const timeout = timeoutMs === 0 ? 'Timeout.InfiniteTimeSpan' : `TimeSpan.FromMilliseconds(${timeoutMs})`
  return ` { Timeout = ${timeout} }`
}

function handlerLines(settings: RequestSettings): readonly string[] {
  const lines: string[] = []
  if (!settings.followRedirects) lines.push('    AllowAutoRedirect = false,')
  if (settings.followRedirects && settings.maxRedirects !== defaultRequestSettings.maxRedirects) {
    lines.push(`    MaxAutomaticRedirections = ${Math.max(1, settings.maxRedirects)},`)
  }
  if (!settings.verifyTls) {
    lines.push(
      '    ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,',
    )
  }
  if (settings.proxy !== '') lines.push(`    Proxy = new System.Net.WebProxy(${quoted(settings.proxy)}),`)
  const certificate = settings.clientCertificate
  if (certificate) lines.push(`    ClientCertificates = { ${certificateText(certificate)} },`)
  return lines.length === 0 ? [] : ['var handler = new HttpClientHandler', '{', ...lines, '};']
}

function certificateText(certificate: NonNullable<RequestSettings['clientCertificate']>): string {
  const type = 'System.Security.Cryptography.X509Certificates.X509Certificate2'
  const path = quoted(certificate.certificate.path)
  const passphrase = quoted(certificate.passphrase)
  if (certificate.key === null) return `new ${type}(${path}, ${passphrase})`
  const key = quoted(certificate.key.path)
  return certificate.passphrase === ''
    ? `${type}.CreateFromPemFile(${path}, ${key})`
    : `${type}.CreateFromEncryptedPemFile(${path}, ${passphrase}, ${key})`
}
