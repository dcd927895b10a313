import { describe, expect, test } from 'vitest'
import { readDataFile } from '../../../../src/engine/runner/data-file'
import { createRunPreparer, mentionsDynamic, type RunVariables } from '../../../../src/engine/runner/prepare-run'
import { runnable, variable } from '../../../helpers/runnable'

const data = readDataFile(Buffer.from('who,row\nAda,1\nBo,2'), 'leads.csv')
const nothing: RunVariables = { scopes: [], data: null, dynamic: () => null }
const environment = (...variables: ReturnType<typeof variable>[]): RunVariables['scopes'] => [
  { kind: 'environment', from: 'Test', variables },
]

function prepared(variables: Partial<RunVariables>, item: ReturnType<typeof runnable>, iteration = 1) {
  const run = createRunPreparer({ ...nothing, ...variables })(item, iteration)
  if (run.prepared === null) throw run.error
  return { url: run.prepared.url, checks: run.checks, mask: run.mask }
}

describe('variables', () => {
  const context = {
    scopes: [
      { from: 'Collection', variables: [variable('who', 'collection'), variable('top', 'collection')] },
      { from: 'Folder', variables: [variable('who', 'folder'), variable('inner', 'folder')] },
    ],
  }
  const item = runnable('http://127.0.0.1/{{who}}/{{inner}}/{{top}}', { context })

  test('a folder wins over its collection, the environment over both, the data row over all', () => {
    expect(prepared({}, item).url).toBe('http://127.0.0.1/folder/folder/collection')
    const scopes = environment(variable('who', 'environment'))
    expect(prepared({ scopes }, item).url).toBe('http://127.0.0.1/environment/folder/collection')
    expect(prepared({ scopes, data }, item).url).toBe('http://127.0.0.1/Ada/folder/collection')
  })

  test('each iteration has its row, and the last row serves those beyond it', () => {
    const prepare = createRunPreparer({ ...nothing, data })
    const urls = [1, 2, 3].map((iteration) => {
      const { prepared: ready } = prepare(runnable('http://127.0.0.1/{{who}}?{{$iteration}}'), iteration)
      return ready?.url
    })
    expect(urls).toEqual(['http://127.0.0.1/Ada?1', 'http://127.0.0.1/Bo?2', 'http://127.0.0.1/Bo?3'])
  })

  test('checks may expect what the row says', () => {
    const checks = [{ type: 'json-equals', enabled: true, path: 'name', expected: '{{who}}' }] as const
    const found = prepared({ data }, runnable('http://127.0.0.1/', { checks }), 2)
    expect(found.checks).toEqual([{ ...checks[0], expected: 'Bo' }])
  })

  test('what has no value is an error of this request', () => {
    const run = createRunPreparer(nothing)(runnable('http://127.0.0.1/{{none}}'), 1)
    expect(run.prepared === null && [run.error.code, run.error.params]).toEqual([
      'variable-unresolved',
      { names: 'none' },
    ])
  })
})

describe('prepared once', () => {
  const isKept = (item: ReturnType<typeof runnable>, variables: Partial<RunVariables> = {}): boolean => {
    const prepare = createRunPreparer({ ...nothing, dynamic: () => 'x', ...variables })
    return prepare(item, 1).prepared === prepare(item, 2).prepared
  }

  test('without variables, and with ones that never change', () => {
    expect(isKept(runnable('http://127.0.0.1/'))).toBe(true)
    expect(isKept(runnable('http://127.0.0.1/'), { data })).toBe(true)
    expect(isKept(runnable('{{base}}/x'), { scopes: environment(variable('base', 'http://127.0.0.1')) })).toBe(true)
  })

  test.each<[string, Partial<RunVariables>]>([
    ['http://127.0.0.1/{{who}}', { data }],
    ['http://127.0.0.1/{{$guid}}', {}],
    ['http://127.0.0.1/{{ $guid }}', {}],
    ['http://127.0.0.1/{{nested}}', { scopes: environment(variable('nested', '{{$guid}}')) }],
  ])('not %s', (url, variables) => expect(isKept(runnable(url), variables)).toBe(false))
})

describe('dynamic values are needed', () => {
  const needed = (url: string, variables: Partial<RunVariables> = {}): boolean =>
    mentionsDynamic([runnable(url)], { ...nothing, ...variables })

  test('where one is named, in the request, the environment or the data', () => {
    expect(needed('http://127.0.0.1/{{$guid}}')).toBe(true)
    expect(needed('{{a}}', { scopes: environment(variable('a', '{{$guid}}')) })).toBe(true)
    expect(needed('{{a}}', { data: readDataFile(Buffer.from('a\n{{$guid}}'), 'x.csv') })).toBe(true)
  })

  test('not for other variables, or a dollar outside', () => {
    expect(needed('http://127.0.0.1/{{a}}?price=$5', { data })).toBe(false)
  })
})

describe('secrets are masked', () => {
  const dots = '••••••••'
  test('variables, also within others, in URLs and in JSON', () => {
    const scopes = environment(variable('key', 'p{{tail}}', true), variable('tail', 'ss/"w"'))
    const { mask } = prepared({ scopes }, runnable('http://127.0.0.1/?k={{key}}'))
    expect(mask('/pss%2F"w"')).toBe(`/${dots}`)
    expect(mask('k=pss%2F%22w%22 pss/"w" {"k":"pss/\\"w\\""}')).toBe(`k=${dots} ${dots} {"k":"${dots}"}`)
  })

  test.each([
    [{ type: 'basic', username: 'ada', password: 'secret' } as const, 'secret YWRhOnNlY3JldA==', `${dots} ${dots}`],
    [{ type: 'bearer', token: '{{token}}' } as const, 'Bearer t0ken', `Bearer ${dots}`],
    [{ type: 'api-key', name: 'k', value: 'a key', placedIn: 'query' } as const, '?k=a%20key', `?k=${dots}`],
  ])('credentials: %o', (auth, text, masked) => {
    const scopes = environment(variable('token', 't0ken'))
    const inherited = runnable('http://127.0.0.1/', { context: { auth } })
    expect(prepared({ scopes }, inherited).mask(text)).toBe(masked)
    expect(prepared({ scopes }, runnable('http://127.0.0.1/', { request: { auth } })).mask(text)).toBe(masked)
  })

  test('what stands in the URL or a header of the request itself, also where a server tells it back', () => {
    const headers = [
      { name: 'Authorization', value: 'Bearer t0ken', enabled: true, description: '' },
      { name: 'X-Functions-Key', value: 'f-key', enabled: true, description: '' },
      { name: 'X-Plain', value: 'plain', enabled: true, description: '' },
    ]
    const { mask } = prepared(
      {},
      runnable('http://ada:pass%2Fword@127.0.0.1/?a=1&sig=s%2Dgn', { request: { headers } }),
    )
    expect(mask('{"sig":"s-gn","raw":"s%2Dgn","headers":["t0ken","f-key","plain"],"p":"pass/word"}')).toBe(
      `{"sig":"${dots}","raw":"${dots}","headers":["${dots}","${dots}","plain"],"p":"${dots}"}`,
    )
  })

  test('signatures and passwords in URLs always, empty and tiny secrets never', () => {
    const scopes = environment(variable('empty', '', true), variable('one', 'a', true))
    const { mask } = prepared({ scopes }, runnable('http://127.0.0.1/'))
    expect(mask('a banana ?sig=abc')).toBe(`a banana ?sig=${dots}`)
    expect(mask('http://ada:pass:word@host/a@b')).toBe(`http://ada:${dots}@host/a@b`)
  })
})
