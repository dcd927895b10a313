import { dirname, join } from 'node:path/posix'
import { expect, test } from 'vitest'
import { readSources, type SourceFile } from '../../helpers/sources'

// A class that nothing wears is dead weight; one that is worn and not written is a style that got lost.

const sheets = readSources('src/renderer', /\.module\.css$/)
const sources = readSources('src/renderer', /\.tsx?$/)

test.each(sheets.map((sheet) => [sheet.path, sheet] as const))('%s has the classes that are used', (_path, sheet) => {
  const written = classesIn(sheet)
  const uses = sources.flatMap((source) => usesOf(sheet, source))
  expect(uses, 'the style sheet is imported').not.toEqual([])
  const named = new Set(uses.flatMap(({ names }) => names))
  const unused = written.filter((name) => !named.has(name) && !uses.some(({ dynamic }) => dynamic))
  expect(unused, 'unused').toEqual([])
  expect(
    [...named].filter((name) => !written.includes(name)),
    'not in the style sheet',
  ).toEqual([])
})

function classesIn({ text }: SourceFile): readonly string[] {
  const selectors = text
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/:global\([^)]*\)/g, '')
    .replaceAll(/\{[^{}]*\}/g, '{}')
  return [...new Set([...selectors.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name]) => name ?? ''))]
}

type Use = {
  readonly names: readonly string[]
  /** A class is chosen by a value (`styles[intent]`): it may be any of them. */
  readonly dynamic: boolean
}

function usesOf(sheet: SourceFile, source: SourceFile): readonly Use[] {
  return [...source.text.matchAll(/^import (\w+) from '([^']+\.module\.css)'/gm)]
    .filter(([, , from]) => join(dirname(source.path), from ?? '') === sheet.path)
    .map(([, binding]) => ({
      names: [...source.text.matchAll(new RegExp(`(?<![\\w./-])${binding}\\.(\\w+)`, 'g'))].map(
        ([, name]) => name ?? '',
      ),
      dynamic: source.text.includes(`${binding}[`),
    }))
}
