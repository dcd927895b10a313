import { codeLanguages } from '@shared/contract/composer-commands'
import { describe, expect, test } from 'vitest'
import { requestCode } from '../../../../src/engine/export/request-code'
import { userAgent } from '../../../../src/engine/sender/prepare-headers'
import { prepared } from '../../../helpers/prepared'

const secret = 'geheim-7f3a'
const withSecrets = prepared(
  `https://me:${secret}@prod.example/x?api-version=1&sig=${secret}&code=${secret}&api_key=${secret}&lang=de`,
  {
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Authorization', `Bearer ${secret}`],
      ['X-Api-Key', secret],
      ['Ocp-Apim-Subscription-Key', secret],
      ['Cookie', `session=${secret}`],
      ['X-Callback', `https://a.example/?x=1&sig=${secret}`],
      ['X-Plain', 'seen'],
    ],
    body: { kind: 'bytes', bytes: Buffer.from(`name=Ann&password=${secret}&client_secret=${secret}`) },
    settings: {
      proxy: `http://me:${secret}@proxy.example:8080`,
      clientCertificate: { certificate: { path: '/c.pem' }, key: { path: '/k.pem' }, passphrase: secret },
    },
  },
)

describe.each(codeLanguages)('%s', (language) => {
  test('leaves secrets out unless they are asked for', async () => {
    const masked = await requestCode(withSecrets, language, false)
    expect(masked).not.toContain(secret)
    expect(masked).toContain('••••••••')
    expect(masked).toContain('seen')
    expect(masked).toContain('name=Ann')
    expect(masked).toContain('lang=de')
    const open = await requestCode(withSecrets, language, true)
    expect(open).toContain(`sig=${secret}`)
    expect(open).not.toContain('••••••••')
  })

  test('leaves out what every library makes itself, and our own defaults', async () => {
    const code = await requestCode(
      prepared('http://a.example/', {
        headers: [
          ['Host', 'a.example'],
          ['Content-Length', '7'],
          ['User-Agent', userAgent],
          ['Accept', '*/*'],
          ['X-Own', 'kept'],
        ],
      }),
      language,
      true,
    )
    expect(code).toContain('X-Own')
    expect(code).not.toMatch(/content-length|LeadInspector|\bHost\b|\*\/\*/i)
  })

  test('names the settings that are not the usual ones', async () => {
    const usual = await requestCode(prepared('https://a.example/', { settings: { timeoutMs: 60_000 } }), language, true)
    const own = await requestCode(
      prepared('https://a.example/', { settings: { timeoutMs: 2000, verifyTls: false, followRedirects: false } }),
      language,
      true,
    )
    const off = { curl: '--insecure', powershell: '-SkipCertificateCheck', csharp: 'DangerousAcceptAny' }
    const expected = { ...off, 'javascript-fetch': 'REJECT_UNAUTHORIZED', 'python-requests': 'verify=False' }[language]
    expect(usual).not.toContain(expected)
    expect(own).toContain(expected)
  })
})

test('PowerShell: every kind of single quote is doubled, nothing is filled in', async () => {
  const code = await requestCode(
    prepared("https://a.example/it's?x=‘y’", {
      headers: [
        ['Content-Type', 'text/plain'],
        ['X-A', '1'],
        ['x-a', '2'],
      ],
      body: { kind: 'bytes', bytes: Buffer.from('$(calc) ‚‛ `n "x"') },
      settings: { timeoutMs: 60_000 },
    }),
    'powershell',
    true,
  )
  expect(code).toBe(`$headers = @{
  'X-A' = '1, 2'
}
$body = [System.Text.Encoding]::UTF8.GetBytes('$(calc) ‚‚‛‛ \`n "x"')
$response = Invoke-WebRequest -UseBasicParsing -Method POST \`
  -Uri 'https://a.example/it''s?x=‘‘y’’' \`
  -Headers $headers \`
  -ContentType 'text/plain' \`
  -Body $body
$response.StatusCode
$response.Content
`)
})

test('C#: quotes, backslashes, line ends and hidden marks are escaped', async () => {
  const code = await requestCode(
    prepared('https://a.example/"x"\\', {
      headers: [
        ['Content-Type', 'application/json'],
        ['X-A', 'é "q"'],
      ],
      body: { kind: 'bytes', bytes: Buffer.from('{\n  "a": "\\u2028\u2028\u202e😀"\n}') },
      settings: { timeoutMs: 60_000 },
    }),
    'csharp',
    true,
  )
  expect(code).toBe(`using System.Text;

using var client = new HttpClient();
using var request = new HttpRequestMessage(new HttpMethod("POST"), "https://a.example/\\"x\\"\\\\");
request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(
    "{\\n"
    + "  \\"a\\": \\"\\\\u2028\\u2028\\u202e😀\\"\\n"
    + "}"
));
request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
request.Headers.TryAddWithoutValidation("X-A", "é \\"q\\"");
using var response = await client.SendAsync(request);
Console.WriteLine((int)response.StatusCode);
Console.WriteLine(await response.Content.ReadAsStringAsync());
`)
})
