import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { moveBrokenJsonAside } from '../../../src/main/broken-file'
import { tempFolder } from '../../helpers/temp-folder'

test.each(['{"theme": "da', '', '[]', 'null', '"text"'])('moves %j aside and keeps it', (text) => {
  const path = join(tempFolder(), 'settings.json')
  writeFileSync(path, text)
  const aside = moveBrokenJsonAside(path, 1234)
  expect(aside).toBe(path.replace('settings.json', 'settings.broken-1234.json'))
  expect(existsSync(path)).toBe(false)
  expect(readFileSync(aside ?? '', 'utf8')).toBe(text)
})

test('leaves a sound file and a missing one alone', () => {
  const path = join(tempFolder(), 'settings.json')
  expect(moveBrokenJsonAside(path, 1)).toBeNull()
  writeFileSync(path, '{}')
  expect(moveBrokenJsonAside(path, 1)).toBeNull()
  expect(existsSync(path)).toBe(true)
})
