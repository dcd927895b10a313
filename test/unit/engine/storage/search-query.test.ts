import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../../src/engine/storage/database'
import { toSearchExpression } from '../../../../src/engine/storage/search-query'
import { toIndexText } from '../../../../src/engine/storage/search-text'

describe('toSearchExpression', () => {
  it('looks for every word as the beginning of a word', () => {
    expect(toSearchExpression('  some  one ')).toBe('"some"* AND "one"*')
  })

  it('keeps an e-mail fragment together', () => {
    expect(toSearchExpression('someone@cont')).toBe('"someone@cont"*')
  })

  it('takes the characters of a Chinese word as a phrase', () => {
    expect(toSearchExpression('式会社')).toBe('" 式  会  社 "*')
  })

  it.each([[''], ['   '], ['"'], ['* * *'], ['()-+:^'], ['😀 🎉'], ['\0']])(
    'finds nothing to look for in %j',
    (typed) => {
      expect(toSearchExpression(typed)).toBeNull()
    },
  )
})

describe('toIndexText', () => {
  it('leaves plain text alone', () => {
    expect(toIndexText('Some One, 12')).toBe('Some One, 12')
  })

  it('folds full-width letters and half-width katakana', () => {
    expect(toIndexText('ＡＢＣ')).toBe('ABC')
    expect(toIndexText('ﾃｽﾄ')).toBe(toIndexText('テスト'))
  })
})

describe('an expression in SQLite', () => {
  let folder: string
  let database: Database

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lead-inspector-'))
    database = openDatabase(join(folder, 'search.db'))
    database.exec('CREATE VIRTUAL TABLE words USING fts5 (text, tags, tokenize = "unicode61 remove_diacritics 2")')
    database.run("INSERT INTO words (text, tags) VALUES ('some one', 'v1')")
  })

  afterAll(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })

  function search(typed: string): number {
    const expression = toSearchExpression(typed)
    if (expression === null) return 0
    const found = database.all('SELECT rowid FROM words WHERE words MATCH ?', [
      `text : (${expression}) AND tags : (v1)`,
    ])
    return found.length
  }

  it('is never a syntax error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        expect(search(typed)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
    const operators = fc.array(
      fc.constantFrom(
        '"',
        '""',
        '*',
        '^',
        ':',
        '(',
        ')',
        '{',
        '}',
        '+',
        '-',
        ',',
        ' ',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        'text',
        "'",
        '\\',
        '\0',
        '\ud800',
        '𞤀',
        'a',
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(operators, (parts) => {
        expect(search(parts.join(''))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds words by their beginning, in any order and case', () => {
    expect(search('ONE so')).toBe(1)
    expect(search('ome')).toBe(0)
  })

  it('does not take operators for operators', () => {
    expect(search('some OR other')).toBe(0)
    expect(search('tags:v1')).toBe(0)
  })
})
