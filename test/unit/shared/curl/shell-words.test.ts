import { spawnSync } from 'node:child_process'
import { bashQuote } from '@shared/curl/bash-quote'
import { readShellCommands } from '@shared/curl/shell-words'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

function words(text: string): readonly string[] {
  return readShellCommands(text).flatMap((command) => command.words)
}

/** What bash itself makes of the words. */
function wordsOfBash(text: string): readonly string[] {
  const run = spawnSync('bash', ['--norc', '-c', `printf '%s\\0' ${text}`], {
    encoding: 'utf8',
    env: { LC_ALL: 'C.UTF-8' },
  })
  expect(run.stderr).toBe('')
  return run.stdout.split('\0').slice(0, -1)
}

const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'\'"\\ $`^&|<>;#%{}()!*?~\n\t\r='),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    ),
  })
  .map((value) => value.replaceAll('\0', ''))

describe('bash', () => {
  test('what is quoted is read back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (list) => {
        expect(words(`curl ${list.map(bashQuote).join(' ')}`)).toEqual(['curl', ...list])
      }),
      { numRuns: 500 },
    )
  })

  test('our quoting means the same to bash itself', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (list) => {
        expect(wordsOfBash(list.map(bashQuote).join(' '))).toEqual(list)
      }),
      { numRuns: 40 },
    )
  })

  // Every form of quoting, put together at random; nothing that bash would expand (`$x`, globs, `~`).
  const plain = fc.string({ unit: fc.constantFrom(...'abc012=:,./@%+-_'), minLength: 1, maxLength: 5 })
  const single = text.map((value) => `'${value.replaceAll("'", '')}'`)
  const double = text.map((value) => `"${value.replace(/[!$`"\\]/g, (sign) => (sign === '!' ? '' : `\\${sign}`))}"`)
  const ansiEscape = fc.constantFrom(
    '\\n',
    '\\t',
    "\\'",
    '\\\\',
    '\\"',
    '\\x41',
    '\\303\\251',
    '\\u00e9',
    '\\U0001F600',
    '\\e',
    '\\cA',
    'x',
    'ü',
  )
  const ansi = fc.array(ansiEscape, { maxLength: 6 }).map((list) => `$'${list.join('')}'`)
  const escaped = fc.constantFrom('\\ ', "\\'", '\\"', '\\\\', '\\$', '\\&', '\\;', '\\\n')
  const word = fc
    .array(fc.oneof(plain, single, double, ansi, escaped), { minLength: 1, maxLength: 5 })
    .map((list) => `w${list.join('')}`)

  test('mixed quoting is read as bash reads it', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 15 }), (list) => {
        const line = list.join(' ').replaceAll('\r', '')
        expect(words(line)).toEqual(wordsOfBash(line))
      }),
      { numRuns: 60 },
    )
  })

  test('lines go on after a backslash, and after a backtick of PowerShell', () => {
    expect(words("curl \\\n  -X POST \\\r\n  'http://a'")).toEqual(['curl', '-X', 'POST', 'http://a'])
    expect(words("curl.exe `\n  -X POST `\n  'http://a'")).toEqual(['curl.exe', '-X', 'POST', 'http://a'])
  })

  test('commands are told apart, comments and redirections are passed over', () => {
    const commands = readShellCommands('# get\ncurl a > out.txt 2>&1 && curl b; curl c | jq . # done\ncurl d &')
    expect(commands.map((command) => command.words)).toEqual([
      ['curl', 'a'],
      ['curl', 'b'],
      ['curl', 'c'],
      ['jq', '.'],
      ['curl', 'd'],
    ])
  })

  test('a here document is the input of its command', () => {
    const [command, next] = readShellCommands('curl -d @- http://a <<\'EOF\'\n{\n  "a": 1\n}\nEOF\ncurl b')
    expect(command).toEqual({ words: ['curl', '-d', '@-', 'http://a'], input: '{\n  "a": 1\n}\n' })
    expect(next?.words).toEqual(['curl', 'b'])
    expect(readShellCommands("curl -d @- a <<< 'x y'")[0]?.input).toBe('x y\n')
  })

  test('an open quote ends with the text', () => {
    expect(words("curl 'http://a")).toEqual(['curl', 'http://a'])
    expect(words('curl "a b')).toEqual(['curl', 'a b'])
    expect(words("curl $'a\\")).toEqual(['curl', 'a\\'])
  })
})

describe('Windows cmd', () => {
  test("a browser's copy with carets", () => {
    const copied = `curl ^"http://a/x?b=1^&c=%^7B2^%^7D^" ^
  -X ^"POST^" ^
  -H ^"accept: */*^" ^
  --data-raw ^"^{^\\^"a^\\^":^\\^"it^'s ^<b^>^\\^",^

^\\^"c^\\^":2^}^"`
    expect(words(copied)).toEqual([
      'curl',
      'http://a/x?b=1&c=%7B2%7D',
      '-X',
      'POST',
      '-H',
      'accept: */*',
      '--data-raw',
      '{"a":"it\'s <b>",\n"c":2}',
    ])
  })

  test('an older copy, with quotes and carets at the ends of lines', () => {
    const copied = 'curl "http://a/?b=1&c=2" ^\r\n  -H "x: ^y" ^\r\n  --data-binary "{\\"a\\":\\"b c\\"}" --compressed'
    expect(words(copied)).toEqual([
      'curl',
      'http://a/?b=1&c=2',
      '-H',
      'x: ^y',
      '--data-binary',
      '{"a":"b c"}',
      '--compressed',
    ])
  })

  test('doubled quotes are quotes', () => {
    expect(words('curl -d "{""a"":""b c""}" http://a')).toEqual(['curl', '-d', '{"a":"b c"}', 'http://a'])
  })

  test('empty words stay, backslashes of paths too', () => {
    expect(words('curl.exe -H "" --cert "C:\\my files\\a.pem" http://a^\n')).toEqual([
      'curl.exe',
      '-H',
      '',
      '--cert',
      'C:\\my files\\a.pem',
      'http://a',
    ])
  })
})
