import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import { describe, expect, it } from 'vitest'
import { type Database, openDatabase, openDatabaseReadOnly } from '../../../../src/engine/storage/database'
import type { SqlValue } from '../../../../src/engine/storage/sql-value'
import { capText } from '../../../../src/engine/storage/stored-text'
import { tempFolder } from '../../../helpers/temp-folder'

function openWithTable(): { readonly database: Database; readonly path: string } {
  const path = join(tempFolder(), 'test.db')
  const database = openDatabase(path)
  database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, value)')
  return { database, path }
}

/** What the type forbids but a slip could still hand over. */
function smuggle(value: unknown): readonly SqlValue[] {
  return [value as SqlValue]
}

describe('the adapter', () => {
  it.each([
    ['a boolean', true],
    ['undefined', undefined],
    ['a Date', new Date(0)],
    ['an array', [1]],
    ['an object', { a: 1 }],
    ['a typed array of other numbers', new Float64Array(2)],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a text with a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud83d'],
    ['a bigint over 64 bits', 2n ** 63n],
    ['a function', () => 1],
  ])('refuses %s instead of ending the process', (_name, value) => {
    const { database } = openWithTable()
    expect(() => database.run('INSERT INTO thing (value) VALUES (?)', smuggle(value))).toThrow(TypeError)
    expect(() => database.get('SELECT ?', smuggle(value))).toThrow(TypeError)
    expect(() => database.all('SELECT ?', smuggle(value))).toThrow(TypeError)
    database.close()
  })

  it('gives back what it was given', () => {
    const { database } = openWithTable()
    const bytes = Buffer.from([0, 255, 254, 0])
    const slice = new Uint8Array(new Uint8Array([9, 1, 2, 3, 9]).buffer, 1, 3)
    for (const value of [1.5, -7, 2 ** 40, 'Ägg 😀 株', null, bytes, slice, new Uint8Array(0)]) {
      database.run('INSERT INTO thing (value) VALUES (?)', [value])
    }
    const rows = database.all('SELECT value FROM thing ORDER BY id').map((row) => row[0])
    expect(rows).toEqual([1.5, -7, 2 ** 40, 'Ägg 😀 株', null, bytes, Buffer.from([1, 2, 3]), Buffer.alloc(0)])
    expect(database.get('SELECT value FROM thing WHERE id = 99')).toBeNull()
    database.close()
  })

  it('has the settings that make a commit durable and a deletion thorough', () => {
    const { database } = openWithTable()
    const read = (pragma: string) => database.get(`PRAGMA ${pragma}`)?.[0]
    expect(read('journal_mode')).toBe('wal')
    expect(read('synchronous')).toBe(2)
    expect(read('secure_delete')).toBe(1)
    expect(read('busy_timeout')).toBe(5000)
    database.close()
  })

  it('rolls back what a failing transaction wrote', () => {
    const { database } = openWithTable()
    const failing = () =>
      database.transaction(() => {
        database.run('INSERT INTO thing (value) VALUES (1)')
        throw new Error('stop')
      })
    expect(failing).toThrow('stop')
    expect(database.get('SELECT count(*) FROM thing')).toEqual([0])
    expect(database.transaction(() => database.run('INSERT INTO thing (value) VALUES (2)'))).toBe(1)
    database.close()
  })

  it('keeps no read transaction open after a single row', () => {
    const { database, path } = openWithTable()
    for (let i = 0; i < 5; i += 1) database.run('INSERT INTO thing (value) VALUES (?)', [i])
    expect(database.get('SELECT id FROM thing ORDER BY id')).toEqual([1])
    const other = openDatabase(path)
    other.run('INSERT INTO thing (value) VALUES (6)')
    expect(other.get('PRAGMA wal_checkpoint(TRUNCATE)')).toEqual([0, 0, 0])
    expect(database.get('SELECT count(*) FROM thing')).toEqual([6])
    other.close()
    database.close()
  })

  it('reports failures of SQL as storage-failed', () => {
    const { database } = openWithTable()
    expect(() => database.run('INSERT INTO nowhere VALUES (1)')).toThrow(AppError)
    expect(() => database.run('INSERT INTO nowhere VALUES (1)')).toThrow('storage-failed')
    database.close()
  })

  it('cannot write through a reading connection', () => {
    const { database, path } = openWithTable()
    const reader = openDatabaseReadOnly(path)
    expect(reader.get('SELECT count(*) FROM thing')).toEqual([0])
    expect(() => reader.run('INSERT INTO thing (value) VALUES (1)')).toThrow('storage-failed')
    reader.close()
    database.close()
  })
})

describe('capText', () => {
  it('never ends within a surrogate pair', () => {
    expect(capText('ab😀', 3)).toBe('ab')
    expect(capText('ab😀', 4)).toBe('ab😀')
    expect(capText('abc', 2)).toBe('ab')
  })
})
