import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cypressElectronFolder, placeInRuntime } from '../../../scripts/lib/cypress-electron.mjs'
import { hasIntegrity, integrityOf } from '../../../scripts/lib/integrity.mjs'

describe('integrity', () => {
  let work: string
  beforeEach(() => {
    work = mkdtempSync(path.join(os.tmpdir(), 'integrity-test-'))
  })
  afterEach(() => rmSync(work, { recursive: true, force: true }))

  it('is written as npm writes it', async () => {
    const file = path.join(work, 'file')
    writeFileSync(file, 'abc')
    // FIPS 180-2, the SHA-512 of "abc", in base64.
    const abc = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='
    expect(await integrityOf(file)).toBe(abc)
    expect(await hasIntegrity(file, abc)).toBe(true)
  })

  it('tells a file with one changed byte', async () => {
    const file = path.join(work, 'file')
    writeFileSync(file, 'abc')
    const before = await integrityOf(file)
    writeFileSync(file, 'abd')
    expect(await hasIntegrity(file, before)).toBe(false)
  })
})

describe('placeInRuntime', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/locales/de.pak', 'locales/de.pak'],
    ['Cypress/resources.pak', 'resources.pak'],
  ])('keeps %s as %s', (name, place) => expect(placeInRuntime(name)).toBe(place))

  it.each([
    'Cypress/resources/app/package.json',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
    'elsewhere/file',
  ])('leaves out %s', (name) => expect(placeInRuntime(name)).toBeNull())
})

it('names the folder after the version and the recipe, the same every time', () => {
  expect(cypressElectronFolder('/cache')).toMatch(/^\/cache\/electron\/33\.2\.1-linux-x64-[0-9a-f]{8}$/)
  expect(cypressElectronFolder('/cache')).toBe(cypressElectronFolder('/cache'))
})
