import { examineUrl } from '@shared/url-doctor/examine-url'
import { expect, test } from 'vitest'

const sig = 'kJ8dQ2mWnXv0-1bYtR7sLpA3cFhGzEoUi_5N6KqTwBd'
const oldHost = 'https://prod-18.uksouth.logic.azure.com:443'
const oldPath = '/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke'
const access = `&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${sig}`
const oldUrl = `${oldHost}${oldPath}?api-version=2016-06-01${access}`
const newUrl = `https://defaulta1b2c3d4e5f60718293a4b5c6d7e8f.12.environment.api.powerplatform.com:443/powerautomate/automations/direct/cu/16${oldPath}?api-version=1${access}`
const ownUrl = `http://127.0.0.1:5323${oldPath}?api-version=2016-06-01${access}`

const codes = (url: string) => examineUrl(url).findings.map(({ code }) => code)

test('reads the present shape', () => {
  const report = examineUrl(newUrl)
  expect(report).toMatchObject({
    kind: 'power-automate',
    region: null,
    workflowId: '0123456789abcdef0123456789abcdef',
    apiVersion: '1',
    signaturePresent: true,
    findings: [],
    mended: null,
  })
  const parts = Object.fromEntries(report.parts.map(({ name, value }) => [name, value]))
  expect(parts).toMatchObject({
    port: '443',
    environment: 'Default-a1b2c3d4-e5f6-0718-293a-4b5c6d7e8f12',
    'scale-unit': '16',
    trigger: 'manual',
    permission: '/triggers/manual/run',
    'signature-version': '1.0',
  })
})

test('reads the retired shape and says that its host is retired', () => {
  expect(examineUrl(oldUrl)).toMatchObject({ kind: 'logic-apps-retired', region: 'uksouth', apiVersion: '2016-06-01' })
  expect(codes(oldUrl)).toEqual(['host-retired'])
})

test('knows its own receiver, where http: is right', () => {
  expect(examineUrl(ownUrl)).toMatchObject({ kind: 'own-receiver', findings: [], mended: null })
  expect(examineUrl(`https://abc.tunnel.example${oldPath}?api-version=1${access}`).kind).toBe('own-receiver')
})

test('shows no signature', () => {
  for (const url of [oldUrl, newUrl, ownUrl, `"${oldUrl}"`])
    expect(JSON.stringify(examineUrl(url).parts)).not.toContain(sig.slice(0, 10))
})

test.each([
  ['http://prod-18', 'http-not-https'],
  ['https:///prod-18', 'scheme-missing'],
  ['prod-18', 'scheme-missing'],
  ['URL: https://prod-18', 'text-before'],
])('names what is wrong with %s…', (start, code) => {
  const report = examineUrl(oldUrl.replace('https://prod-18', start))
  expect(report.mended).toBe(oldUrl)
  expect(report.findings.map((finding) => finding.code)).toContain(code)
})

test.each([
  ['ampersand-escaped', oldUrl.replaceAll('&', '&amp;')],
  ['has-space', oldUrl.replace('/triggers', '/trig\r\n gers')],
  ['has-quotes', `\u201c${oldUrl}\u201d`],
  ['has-quotes', `%22${oldUrl}%22`],
  ['has-space', `${oldUrl}%20`],
  ['has-backslashes', oldUrl.replaceAll('/', '\\/')],
  ['double-slash', oldUrl.replace(':443/', ':443//')],
  ['doubled', oldUrl + oldUrl],
  ['doubled', oldUrl.slice(0, 60) + oldUrl],
  ['doubled', oldUrl + oldUrl.slice('https://'.length)],
  ['text-after', `${oldUrl}, as we said`],
  ['encoded-whole', encodeURIComponent(oldUrl)],
  ['encoded-twice', oldUrl.replace('%2Ftriggers%2F', '%252Ftriggers%252F').replace('%2Frun', '%252Frun')],
  ['api-version-missing', oldUrl.replace('api-version=2016-06-01&', '')],
] as const)('mends %s', (code, damaged) => {
  const report = examineUrl(damaged)
  const finding = report.findings.find((found) => found.code === code)
  expect(finding?.mend).toBe(oldUrl)
  expect(report.mended).toBe(oldUrl)
})

test('mends everything at once, and each thing on its own', () => {
  const url = ` "${newUrl.replaceAll('&', '&amp;').replace('https:', 'http:')}" `
  const report = examineUrl(url)
  expect(report.mended).toBe(newUrl)
  const mend = report.findings.find(({ code }) => code === 'ampersand-escaped')?.mend
  expect(mend).toBe(url.replaceAll('&amp;', '&'))
})

test.each([
  ['sig-cut', newUrl.slice(0, -5)],
  ['sig-cut', newUrl.slice(0, -42)],
  ['cut-before-sig', newUrl.slice(0, -43)],
  ['cut-before-sig', newUrl.slice(0, newUrl.indexOf('&sig'))],
  ['cut-before-sig', newUrl.slice(0, newUrl.indexOf('&sv'))],
  ['cut-before-sig', newUrl.slice(0, newUrl.indexOf('sp='))],
  ['tenant-only', newUrl.slice(0, newUrl.indexOf('&sp='))],
  ['query-missing', newUrl.slice(0, newUrl.indexOf('?'))],
  ['path-cut', newUrl.slice(0, newUrl.indexOf('/paths'))],
  ['workflow-id-cut', newUrl.slice(0, newUrl.indexOf('/triggers') - 4)],
  ['workflow-id-cut', newUrl.slice(0, newUrl.indexOf('/powerautomate'))],
  ['sig-too-long', `${newUrl}AB`],
] as const)('says what is lost: %s', (code, url) => {
  const report = examineUrl(url)
  expect(report.findings).toEqual([expect.objectContaining({ code, mend: null })])
  expect(report.mended).toBeNull()
})

test('leaves variables alone', () => {
  expect(examineUrl('{{flowUrl}}')).toMatchObject({ kind: 'variable', findings: [], mended: null })
  expect(examineUrl(' {{ base url }}/workflows/ x').kind).toBe('variable')
  expect(examineUrl('https://{{host}}/workflows/1').kind).toBe('variable')
  const url = `${oldHost.replace('https', 'http')}/workflows/{{ id }}/triggers/manual/paths/invoke?api-version=2016-06-01&amp;sig={{the sig}}`
  const report = examineUrl(url)
  expect(report.mended).toBe(url.replace('http:', 'https:').replace('&amp;', '&'))
  expect(report.findings.map(({ code }) => code)).toEqual(['ampersand-escaped', 'http-not-https', 'host-retired'])
})

test('touches other URLs only where nothing can be meant', () => {
  for (const url of [
    'https://example.com/a b?q="x"&r=1',
    'example.com',
    'http://example.com//a',
    'https://a.example/?u=https://b.example',
  ])
    expect(examineUrl(url)).toMatchObject({ kind: 'other', findings: [], mended: null })
  expect(examineUrl(' https://example.com/\n').mended).toBe('https://example.com/')
  expect(examineUrl('"https://example.com/"').mended).toBe('https://example.com/')
  expect(examineUrl('  ').kind).toBe('empty')
})
