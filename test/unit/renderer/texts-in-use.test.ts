import { expect, test } from 'vitest'
import { readSources } from '../../helpers/sources'

// That no sentence is missing is the compiler's to say: names of sentences are typed by the English texts.

const sources = readSources('src', /\.tsx?$/)
const texts = readSources('resources/locales/en', /\.json$/).map(({ path, text }) => ({
  namespace: path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
  text,
  keys: keysOf(JSON.parse(text)),
}))

/** Every quoted word of the sources. */
const words = new Set(
  sources.flatMap(({ text }) => [...text.matchAll(/['"`]([\w:.-]+)['"`]/g)].map(([, word]) => word)),
)

/** Names that are put together in the sources (`state.${state}`) or in other texts (`$t(finding:jsonFound.{{kind}})`). */
const patterns = [
  ...sources.flatMap(({ text }) => [...text.matchAll(/`([\w:.-]*\$\{[^`]*)`/g)]),
  ...texts.flatMap(({ text }) => [...text.matchAll(/\$t\(([^)]+)\)/g)]),
]
  .map(([, name]) => (name ?? '').split(/\$?\{+[^}]*\}+/))
  .filter((parts) => parts.every((part) => /^[\w:.-]*$/.test(part)) && parts.some((part) => /\w/.test(part)))
  .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+')}$`))

test.each(texts)('$namespace has no sentence that nothing says', ({ namespace, keys }) => {
  const read = readAsData(namespace)
  const unused = keys.filter((key) => {
    // Without the end that the number or the context chooses. A version's dot divides nothing.
    const names = [key, key.replace(/_[a-z]+$/, '').replaceAll(/(\d)\.(?=\d)/g, '$1-')].flatMap((name) => [
      name,
      `${namespace}:${name}`,
    ])
    return !names.some((name) => words.has(name) || patterns.some((pattern) => pattern.test(name))) && !read(key)
  })
  expect(unused).toEqual([])
})

/**
 * Whether a sentence is read as a property of its file, as code without i18next does: itself (`texts.files.tooDeep`) or
 * by a value (`texts.state[state]`).
 */
function readAsData(namespace: string): (key: string) => boolean {
  const plain = sources.filter(({ path }) => !path.startsWith('src/renderer/'))
  if (!plain.some(({ text }) => text.includes(`/locales/en/${namespace}.json'`))) return () => false
  const properties = new Set(
    plain.flatMap(({ text }) => [...text.matchAll(/\w(?:\.|\?\.)([\w]+)/g)].map(([, name]) => name)),
  )
  const indexed = new Set(plain.flatMap(({ text }) => [...text.matchAll(/\.(\w+)\[/g)].map(([, name]) => name)))
  return (key) => {
    const parts = key.split('.')
    return properties.has(parts.at(-1)) || words.has(parts.at(-1)) || parts.some((part) => indexed.has(part))
  }
}

function keysOf(texts: object, path = ''): readonly string[] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${path}${name}`] : keysOf(value, `${path}${name}.`),
  )
}
