import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { readCurl } from '@shared/curl/read-curl'
import { describe, expect, test } from 'vitest'
import { requestCode } from '../../../src/engine/export/request-code'
import type { PreparedRequest } from '../../../src/engine/sender/prepared-request'
import { prepared } from '../../helpers/prepared'
import { tempFolder } from '../../helpers/temp-folder'
import { startTestServer } from '../../helpers/test-server'

// A bare machine has neither; continuous integration installs both.
const [hasCurl, hasPython] = ['curl', 'python3'].map((program) => spawnSync(program, ['--version']).status === 0)

// Whatever a lead may hold: a shell, an interpreter or a quote would make something of each of these.
const hostile = `{
  "name": "O'Neil \\"x\\" \\\\ end",
  "shell": "$HOME \`id\` $(id) ! \${x} %PATH% ^",
  "number": 12345678901234567890,
  "one": 1.0,
  "text": "ünï 日本 😀 \u2028 \u202e‘curly’",
  "crlf": "a\r\nb",
  "template": "\${1+1} {{x}} #{y} \\u0041 \\n"
}`

/** The same for any two readers of a request: what is sent, but for what the tools add by themselves. */
async function sendAndCompare(
  make: (url: string, folder: string) => PreparedRequest,
  run: (request: PreparedRequest, folder: string) => Promise<void>,
) {
  const server = await startTestServer()
  const folder = tempFolder()
  writeFileSync(join(folder, 'a \'file\', "x";.bin'), Buffer.from([0, 1, 2, 0xff, 10, 13]))
  const request = make(server.url, folder)
  await run(request, folder)
  expect(server.seen).toHaveLength(1)
  const [seen] = server.seen
  if (!seen) throw new Error('nothing was sent')
  return { request, seen }
}

async function runProgram(command: string, args: readonly string[], folder: string): Promise<void> {
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, PYTHONPATH: folder, LC_ALL: 'C.UTF-8' } })
  child.stdin.end()
  const [errors, , [status]] = await Promise.all([text(child.stderr), text(child.stdout), once(child, 'exit')])
  expect(status, errors).toBe(0)
}

const runCurl = async (request: PreparedRequest, folder: string) =>
  runProgram('bash', ['--norc', '-c', await requestCode(request, 'curl', true)], folder)

async function runFetch(request: PreparedRequest, folder: string) {
  writeFileSync(join(folder, 'code.mjs'), await requestCode(request, 'javascript-fetch', true))
  await runProgram(process.execPath, ['--no-warnings', 'code.mjs'], folder)
}

/** `requests` need not be there: this one sends what the code hands it, without any opinion of its own. */
const ownRequests = `
import http.client, urllib.parse
def request(method, url, headers={}, data=None, files=None, timeout=None, **_):
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc)
    target = parts.path + ("?" + parts.query if parts.query else "")
    headers = {k: v.encode("utf-8") for k, v in headers.items()}
    if files is not None:
        body = b""
        for name, part in files:
            content = part[1] if isinstance(part[1], bytes) else part[1].read()
            body += repr((name, part[0], content, part[2:])).encode("utf-8") + b"\\n"
        data = body
    connection.request(method, target, data if data is None or isinstance(data, bytes) else data.read(), headers)
    answer = connection.getresponse()
    class Response:
        status_code = answer.status
        text = answer.read().decode("utf-8")
    return Response
`

async function runPython(request: PreparedRequest, folder: string) {
  writeFileSync(join(folder, 'requests.py'), ownRequests)
  writeFileSync(join(folder, 'code.py'), await requestCode(request, 'python-requests', true))
  await runProgram('python3', ['code.py'], folder)
}

const target = `/x%20y/it's?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sig=a%2Bb-_&q=%22$HOME%60id%60&empty&list=%5B1%5D`

const runners = [
  { name: 'curl in bash', run: runCurl, available: hasCurl },
  { name: 'fetch in Node', run: runFetch, available: true },
  { name: 'Python', run: runPython, available: hasPython },
]

describe.each(runners)('$name', ({ run, available }) => {
  test.skipIf(!available)('sends a hostile lead to the byte', async () => {
    const { seen } = await sendAndCompare(
      (url) =>
        prepared(url + target, {
          headers: [
            ['Content-Type', 'application/json; charset=utf-8'],
            ['X-Quote', `it's "q" \\ $HOME \`id\` ${'$'}{x}`],
            ['Cookie', 'a=1; b=2'],
          ],
          body: { kind: 'bytes', bytes: Buffer.from(hostile) },
        }),
      run,
    )
    expect(seen.method).toBe('POST')
    expect(seen.path).toBe(target)
    expect(seen.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-quote': `it's "q" \\ $HOME \`id\` ${'$'}{x}`,
      cookie: 'a=1; b=2',
    })
    expect(seen.body.toString()).toBe(hostile)
  })

  test.skipIf(!available)('sends bytes that are no text', async () => {
    const bytes = Buffer.from([0, 255, 254, 10, 39, 34])
    const { seen } = await sendAndCompare(
      (url) =>
        prepared(url, {
          method: 'PUT',
          headers: [['Content-Type', 'application/x-own']],
          body: { kind: 'bytes', bytes },
        }),
      run,
    )
    expect(seen.method).toBe('PUT')
    expect(seen.headers['content-type']).toBe('application/x-own')
    expect(seen.body.equals(bytes)).toBe(true)
  })

  test.skipIf(!available)('sends a file', async () => {
    const { seen } = await sendAndCompare(
      (url, folder) =>
        prepared(url, {
          headers: [['Content-Type', 'application/octet-stream']],
          body: { kind: 'file', path: join(folder, 'a \'file\', "x";.bin') },
        }),
      run,
    )
    expect([...seen.body]).toEqual([0, 1, 2, 255, 10, 13])
  })

  test.skipIf(!available)('sends nothing but the request where there is no body', async () => {
    const { seen } = await sendAndCompare(
      (url) => prepared(`${url}/get`, { method: 'DELETE', headers: [], body: { kind: 'none' } }),
      run,
    )
    expect(seen.method).toBe('DELETE')
    expect(seen.body).toHaveLength(0)
    expect(seen.headers['content-type']).toBeUndefined()
  })
})

const multipart = (url: string, folder: string) =>
  prepared(url, {
    headers: [['Content-Type', 'multipart/form-data; boundary=xyz']],
    body: {
      kind: 'multipart',
      boundary: 'xyz',
      parts: [
        { name: 'plain', contentType: null, content: { kind: 'text', text: `@it's; "q" \\ \`id\` $x` } },
        { name: 'typed', contentType: 'text/csv', content: { kind: 'text', text: 'a;type=b,"c"' } },
        {
          name: 'file',
          contentType: 'image/png',
          content: { kind: 'file', path: join(folder, 'a \'file\', "x";.bin') },
        },
      ],
    },
  })

describe.each(runners.slice(0, 2))('$name', ({ run, available }) => {
  test.skipIf(!available)('sends the parts of a form', async () => {
    const { seen } = await sendAndCompare(multipart, run)
    const type = seen.headers['content-type'] ?? ''
    expect(type).toMatch(/^multipart\/form-data; ?boundary=/)
    const form = await new Response(new Uint8Array(seen.body), { headers: { 'content-type': type } }).formData()
    expect(form.get('plain')).toBe(`@it's; "q" \\ \`id\` $x`)
    const typed = form.get('typed')
    expect(typed instanceof Blob ? await typed.text() : typed).toBe('a;type=b,"c"')
    expect(seen.body.toString('latin1')).toContain('text/csv')
    const file = form.get('file')
    if (!(file instanceof Blob)) throw new Error('the file is no file')
    expect(file.type).toBe('image/png')
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([0, 1, 2, 255, 10, 13])
  })
})

test.skipIf(!hasPython)('Python hands over the parts of a form', async () => {
  const { seen } = await sendAndCompare(multipart, runPython)
  expect(seen.body.toString().split('\n')).toEqual([
    `('plain', None, b'@it\\'s; "q" \\\\ \`id\` $x', ())`,
    `('typed', None, b'a;type=b,"c"', ('text/csv',))`,
    `('file', 'a \\'file\\', "x";.bin', b'\\x00\\x01\\x02\\xff\\n\\r', ('image/png',))`,
    '',
  ])
})

test.skipIf(!hasCurl)('curl asks for the head without waiting for a body', async () => {
  const { seen } = await sendAndCompare(
    (url) => prepared(url, { method: 'HEAD', headers: [], body: { kind: 'none' } }),
    runCurl,
  )
  expect(seen.method).toBe('HEAD')
})

test('our own cURL is read back as the same request', async () => {
  const code = await requestCode(
    prepared(`http://127.0.0.1:1${target}`, {
      headers: [['Content-Type', 'application/json']],
      body: { kind: 'bytes', bytes: Buffer.from(hostile) },
      settings: { verifyTls: false, timeoutMs: 2500, followRedirects: true, maxRedirects: 3, proxy: 'http://p:8080' },
    }),
    'curl',
    true,
  )
  const [read, ...others] = readCurl(code)
  expect(others).toEqual([])
  expect(read?.notes).toEqual([])
  expect(read?.request).toMatchObject({
    method: 'POST',
    url: `http://127.0.0.1:1${target}`,
    headers: [{ name: 'Content-Type', value: 'application/json' }],
    body: { type: 'raw', language: 'json', text: hostile },
    settings: { verifyTls: false, timeoutMs: 2500, followRedirects: true, maxRedirects: 3, proxy: 'http://p:8080' },
  })
})
