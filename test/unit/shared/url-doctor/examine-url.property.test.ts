import { examineUrl } from '@shared/url-doctor/examine-url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowUrl, hostedUrl } from './flow-urls'

type Damage = (url: string, at: number) => string

const insert =
  (text: string): Damage =>
  (url, at) => {
    const place = at % (url.length + 1)
    return url.slice(0, place) + text + url.slice(place)
  }

/** Blanks and quotes can come anywhere, also inside of one another's neighbours. */
const inside: readonly Damage[] = [
  ' ',
  '\n',
  '\r\n  ',
  '\t',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '"',
  '\u201d',
  '<',
  '%20',
  '%22',
  '%E2%80%9C',
  '%C2%A0',
].map(insert)

const ampersands: readonly Damage[] = ['&amp;', '&amp;amp;', '&#38;', '&#x26;', '\\u0026'].map(
  (form) => (url) => url.replaceAll('&', form),
)

const doubleSlash: Damage = (url) => url.replace(/(?<=[^:/])\/(?=[a-z])/, '//')

const around: readonly Damage[] = [
  (url) => `"${url}"`,
  (url) => `\u201c${url}\u201d`,
  (url) => `<${url}>`,
  (url) => `  ${url}\n`,
  (url) => `HTTP POST URL: ${url}`,
  (url) => `"url": "${url}",`,
  (url) => `[the flow](${url})`,
  (url) => `${url}.`,
  (url) => `${url} Please use this one!`,
  (url) => `${url}\n\nBest regards`,
  (url) => url + url,
  (url) => `${url}\n${url}`,
  (url) => url.slice(0, 70) + url,
  (url) => url.replaceAll('/', '\\/'),
]

const damage = fc.constantFrom<Damage>(...inside, ...ampersands, doubleSlash, ...around)

test('mends any one damage of any flow URL', () => {
  fc.assert(
    fc.property(flowUrl, damage, fc.nat(), (url, harm, at) => {
      const damaged = harm(url, at)
      expect(examineUrl(damaged).mended ?? damaged).toBe(url)
    }),
    { numRuns: 2000 },
  )
})

test('mends several damages inside of a flow URL at once', () => {
  fc.assert(
    fc.property(
      flowUrl,
      fc.option(fc.constantFrom(...ampersands)),
      fc.array(fc.tuple(fc.constantFrom(...inside), fc.nat()), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (url, escaped, marks, hasDoubleSlash) => {
        let damaged = hasDoubleSlash ? doubleSlash(url, 0) : url
        if (escaped) damaged = escaped(damaged, 0)
        // A mark inside of an escape of several characters would change what it means.
        const free = escaped || marks.length > 1 ? marks.map(([mark]) => [mark, 8] as const) : marks
        for (const [mark, at] of free) damaged = mark(damaged, at)
        expect(examineUrl(damaged).mended ?? damaged).toBe(url)
      },
    ),
    { numRuns: 1000 },
  )
})

test('brings back the scheme of a real host', () => {
  const schemes = fc.constantFrom('http://', '', '//', 'ttps://', 'https:/', 'https:', 'https:///', 'https//')
  fc.assert(
    fc.property(hostedUrl, schemes, (url, scheme) => {
      const damaged = url.replace('https://', scheme)
      expect(examineUrl(damaged).mended).toBe(url)
    }),
  )
})

test('leaves a whole URL as it is, and a mended one', () => {
  fc.assert(
    fc.property(flowUrl, damage, fc.nat(), (url, harm, at) => {
      expect(examineUrl(url).mended).toBeNull()
      const once = examineUrl(harm(url, at)).mended
      if (once !== null) expect(examineUrl(once).mended).toBeNull()
    }),
  )
})

test('never throws and never loops, whatever is typed', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void examineUrl(text)))
  fc.assert(
    fc.property(flowUrl, fc.nat({ max: 300 }), (url, length) => {
      const report = examineUrl(url.slice(0, length))
      for (const { mend } of report.findings) if (mend !== null) examineUrl(mend)
    }),
  )
})
