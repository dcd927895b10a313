import { looksLikeCurl, readCurl } from '@shared/curl/read-curl'
import { describe, expect, test } from 'vitest'

function read(text: string) {
  const [first, ...others] = readCurl(text)
  if (!first || others.length > 0) throw new Error(`${others.length} more requests`)
  return first
}
function rows(
  list: readonly { readonly name: string; readonly value: string }[],
): readonly (readonly [string, string])[] {
  return list.map(({ name, value }) => [name, value])
}

describe('what is a command', () => {
  test.each(['curl http://a', '  $ curl -X POST', 'curl.exe a', '/usr/bin/curl a', 'curl\n a', 'CURL a', '> curl a'])(
    '%j is',
    (text) => expect(looksLikeCurl(text)).toBe(true),
  )
  test.each(['https://curl.example/x', 'curling http://a', '{"curl": 1}', '', 'see curl'])('%j is not', (text) =>
    expect(looksLikeCurl(text)).toBe(false),
  )
  test('a text without a command gives no request', () => {
    expect(readCurl('echo curl http://a')).toEqual([])
    expect(readCurl('wget http://a')).toEqual([])
  })
})

test('a plain address is a GET that follows nothing and inherits nothing', () => {
  const { name, request, notes } = read('curl example.com/x?a=1#z')
  expect(name).toBe('example.com/x')
  expect(request).toMatchObject({
    method: 'GET',
    url: 'http://example.com/x?a=1#z',
    headers: [],
    auth: { type: 'none' },
    body: { type: 'none' },
    settings: { followRedirects: false, verifyTls: true },
  })
  expect(rows(request.params)).toEqual([['a', '1']])
  expect(notes).toEqual([])
})

test("a browser's copy of a flow's request", () => {
  const { request, notes } =
    read(`curl 'https://prod-18.uksouth.logic.azure.com:443/workflows/1/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=abc' \\
  -H 'content-type: application/json; charset=UTF-8' \\
  --data-raw $'{"FirstName":"O\\'Neil","x":"a\\u0021"}' \\
  --compressed --insecure`)
  expect(request.method).toBe('POST')
  expect(request.body).toEqual({ type: 'raw', language: 'json', text: '{"FirstName":"O\'Neil","x":"a!"}' })
  expect(rows(request.params)).toEqual([
    ['api-version', '2016-10-01'],
    ['sp', '%2Ftriggers%2Fmanual%2Frun'],
    ['sv', '1.0'],
    ['sig', 'abc'],
  ])
  expect(request.settings.verifyTls).toBe(false)
  expect(notes).toEqual([])
})

describe('methods', () => {
  test.each([
    ['curl a', 'GET'],
    ['curl -XPUT a', 'PUT'],
    ['curl --request=PATCH a', 'PATCH'],
    ['curl -I a', 'HEAD'],
    ['curl -d x a', 'POST'],
    ['curl -F a=b c', 'POST'],
    ['curl -G -d x=1 a', 'GET'],
    ['curl -T f a', 'PUT'],
    ['curl -sSLX DELETE a', 'DELETE'],
    ['curl -d @a -d @b c', 'POST'],
  ])('%s', (text, method) => expect(read(text).request.method).toBe(method))
})

describe('bodies', () => {
  test('forms are read into rows, decoded', () => {
    const { body, headers } = read("curl -d 'a=1&b=x%20y+z' --data-urlencode 'c=ü &' --data-urlencode '=d=e' a").request
    expect(body).toMatchObject({ type: 'raw' })
    expect(headers[0]).toMatchObject({ name: 'Content-Type', value: 'application/x-www-form-urlencoded' })
    const form = read("curl -d 'a=1&b=x%20y+z' --data-urlencode 'c=ü &' a").request.body
    expect(form.type === 'form-urlencoded' && rows(form.rows)).toEqual([
      ['a', '1'],
      ['b', 'x y z'],
      ['c', 'ü &'],
    ])
  })

  test('JSON without a content type keeps the one that curl sends, and is shown as JSON', () => {
    const { request } = read('curl -d \'{"a":1}\' http://a')
    expect(request.body).toEqual({ type: 'raw', language: 'json', text: '{"a":1}' })
    expect(rows(request.headers)).toEqual([['Content-Type', 'application/x-www-form-urlencoded']])
  })

  test('--json says what it is, unless a header does', () => {
    const { request } = read(`curl --json '{"a":' --json '1}' -H 'accept: text/plain' a`)
    expect(request.method).toBe('POST')
    expect(request.body).toEqual({ type: 'raw', language: 'json', text: '{"a":1}' })
    expect(rows(request.headers)).toEqual([
      ['accept', 'text/plain'],
      ['Content-Type', 'application/json'],
    ])
  })

  test.each([
    ['application/xml', 'xml'],
    ['text/html; charset=utf-8', 'html'],
    ['application/problem+json', 'json'],
    ['text/plain', 'text'],
  ])('%s is %s', (type, language) => {
    expect(read(`curl -H 'Content-Type: ${type}' --data-binary 'x' a`).request.body).toEqual({
      type: 'raw',
      language,
      text: 'x',
    })
  })

  test('files have to be chosen', () => {
    const { request, notes } = read('curl --data-binary @lead.json -H "content-type: application/json" a')
    expect(request.body).toEqual({ type: 'file', file: { path: 'lead.json' } })
    expect(notes).toEqual([{ code: 'files-to-choose', count: 1, detail: 'lead.json' }])
    expect(read('curl -T up.bin a').request.body).toEqual({ type: 'file', file: { path: 'up.bin' } })
    expect(read('curl -d a=1 -d @more a').notes).toEqual([{ code: 'option-ignored', count: 1, detail: '@more' }])
  })

  test('form data with files, types and literal texts', () => {
    const { request, notes } = read(
      `curl -F 'a=x;type=text/csv' -F 'f=@one.png,two.png;type=image/png' -F 'q="x;y"' --form-string 'l=@no;type=x' a`,
    )
    expect(request.body).toEqual({
      type: 'form-data',
      rows: [
        { name: 'a', value: 'x', enabled: true, description: '', contentType: 'text/csv', files: null },
        {
          name: 'f',
          value: '',
          enabled: true,
          description: '',
          contentType: 'image/png',
          files: [{ path: 'one.png' }, { path: 'two.png' }],
        },
        { name: 'q', value: 'x;y', enabled: true, description: '', contentType: '', files: null },
        { name: 'l', value: '@no;type=x', enabled: true, description: '', contentType: '', files: null },
      ],
    })
    expect(notes).toEqual([{ code: 'files-to-choose', count: 2, detail: 'one.png, two.png' }])
  })

  test('-G puts the data into the query', () => {
    const { request } = read("curl -G http://a/x?z=0 -d a=1 --data-urlencode 'b=c d' --url-query e=f")
    expect(request.url).toBe('http://a/x?z=0&e=f&a=1&b=c%20d')
    expect(request.body).toEqual({ type: 'none' })
  })

  test('variables are not encoded', () => {
    expect(read("curl -G {{base}}/x --data-urlencode 'a={{name}} b'").request.url).toBe('{{base}}/x?a={{name}}%20b')
  })

  test.each([
    [`echo '{"a":1}' | curl --data-binary @- a`, '{"a":1}\n'],
    [`echo '{"a":1}' |\n  curl -d @- a`, '{"a":1}'],
    [`echo -n "a b" c | curl --data-binary @- a`, 'a b c'],
    [`printf %s '{}' | curl --json @- a`, '{}'],
  ])('what is piped in: %s', (text, body) => expect(read(text).request.body).toMatchObject({ type: 'raw', text: body }))

  test.each([
    'cat lead.json | curl -d @- a',
    'echo x || curl -d @- a',
    'curl -d @- a',
    'echo -e "a\\n" | curl -d @- a',
  ])('what cannot be known is named: %s', (text) => {
    const { request, notes } = read(text)
    expect(request).toMatchObject({ method: 'POST', body: { type: 'none' } })
    expect(notes).toEqual([{ code: 'option-ignored', count: 1, detail: '@-' }])
  })

  test('a file without a content type is sent as curl sends it', () => {
    const typed = (text: string) => rows(read(text).request.headers)
    expect(typed('curl -d @lead.json a')).toEqual([['Content-Type', 'application/x-www-form-urlencoded']])
    expect(typed('curl --json @lead.json a')).toContainEqual(['Content-Type', 'application/json'])
    expect(typed('curl -d @lead.json -H "content-type: text/csv" a')).toEqual([['content-type', 'text/csv']])
    expect(typed('curl -T up.bin a')).toEqual([])
  })

  test('an uploaded file gives its name to an address that ends in a slash', () => {
    expect(read('curl -T "some/up 1.bin" http://a/b/').request.url).toBe('http://a/b/up%201.bin')
    expect(read('curl -T up.bin http://a/b').request.url).toBe('http://a/b')
    expect(read('curl -T - http://a/b/').request.url).toBe('http://a/b/')
  })

  test('what is piped in by a here document', () => {
    const { request } = read("curl -H 'content-type: application/json' --data-binary @- a <<EOF\n{}\nEOF")
    expect(request.body).toEqual({ type: 'raw', language: 'json', text: '{}\n' })
  })
})

test('several cookies go in one header', () => {
  expect(rows(read("curl -b a=1 -b 'b=2; c=3' a").request.headers)).toEqual([['Cookie', 'a=1; b=2; c=3']])
})

test('headers, cookies, agents and ranges', () => {
  const { request, notes } = read(
    `curl -H 'X-A: 1' -H 'X-Empty;' -H 'Accept:' -H 'X-Url: http://x' -A agent -e http://r -b 'a=1; b=2' -r 0-9 -b jar.txt a`,
  )
  expect(rows(request.headers)).toEqual([
    ['X-A', '1'],
    ['X-Empty', ''],
    ['X-Url', 'http://x'],
    ['User-Agent', 'agent'],
    ['Referer', 'http://r'],
    ['Range', 'bytes=0-9'],
    ['Cookie', 'a=1; b=2'],
  ])
  expect(notes).toEqual([{ code: 'option-ignored', count: 1, detail: '--cookie jar.txt' }])
})

test('auth', () => {
  expect(read('curl -u me:a:b x').request.auth).toEqual({ type: 'basic', username: 'me', password: 'a:b' })
  expect(read('curl -ume x').request.auth).toEqual({ type: 'basic', username: 'me', password: '' })
  expect(read('curl --oauth2-bearer t x').request.auth).toEqual({ type: 'bearer', token: 't' })
  const digest = read('curl --digest -u me:x a')
  expect(digest.request.auth).toEqual({ type: 'none' })
  expect(digest.notes).toEqual([{ code: 'auth-unsupported', count: 1, detail: 'digest' }])
})

test('settings', () => {
  const { request, notes } = read(
    'curl -kL --max-redirs 3 -m 2.5 -x proxy:8080 -U me:p@ss --cert "C:\\a.pem:word" --key k.pem a',
  )
  expect(request.settings).toEqual({
    timeoutMs: 2500,
    followRedirects: true,
    maxRedirects: 3,
    verifyTls: false,
    clientCertificate: { certificate: { path: 'C:\\a.pem' }, key: { path: 'k.pem' }, passphrase: 'word' },
    proxy: 'http://me:p%40ss@proxy:8080',
  })
  expect(notes).toEqual([{ code: 'files-to-choose', count: 2, detail: 'C:\\a.pem, k.pem' }])
})

test('options that are not taken over are named, those of the output are not', () => {
  const { request, notes } = read(
    'curl -sS -o out -w "%{http_code}" --resolve a:80:1 --retry 3 --wrong -? -D - --connect-timeout 5 http://a',
  )
  expect(request.url).toBe('http://a')
  expect(notes.map((note) => note.detail)).toEqual(['--resolve', '--retry', '--connect-timeout', '--wrong', '-?'])
})

test('several commands, several addresses and --next', () => {
  const found = readCurl('curl http://a http://b -H "x: 1"\ncurl -d x http://c --next -I http://d ; sudo curl e')
  expect(found.map(({ request }) => `${request.method} ${request.url}`)).toEqual([
    'GET http://a',
    'GET http://b',
    'POST http://c',
    'HEAD http://d',
    'GET http://e',
  ])
  expect(found[1]?.request.headers).toHaveLength(1)
})

test('a long text takes no time', () => {
  expect(readCurl(`curl ${'a '.repeat(50_000)}`)).toHaveLength(50_000)
}, 3000)

test('prompts of documentation are no part of it', () => {
  expect(readCurl('$ curl http://a\n$ curl http://b')).toHaveLength(2)
})
