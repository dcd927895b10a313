import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  adviceWithoutFallback,
  executableName,
  findInstalled,
  linkIntoPackage,
} from '../../../scripts/lib/electron-runtime.mjs'

let work: string

beforeEach(() => {
  work = mkdtempSync(path.join(os.tmpdir(), 'runtime-test-'))
})

afterEach(() => rmSync(work, { recursive: true, force: true }))

describe('linkIntoPackage', () => {
  it('leaves what the official installer leaves, so that everyone finds the runtime', () => {
    const runtime = makeRuntime('33.2.1')
    linkIntoPackage(runtime, work)
    expect(readFileSync(path.join(work, 'path.txt'), 'utf8')).toBe(executableName())
    expect(lstatSync(path.join(work, 'dist')).isSymbolicLink()).toBe(true)
    expect(findInstalled(work)).toMatchObject({ dist: runtime, version: '33.2.1', official: false })
  })

  it('replaces a link to a runtime that is gone', () => {
    linkIntoPackage(path.join(work, 'gone'), work)
    expect(findInstalled(work)).toBeNull()
    linkIntoPackage(makeRuntime('33.2.1'), work)
    expect(findInstalled(work)).not.toBeNull()
  })

  it('removes the link and not the runtime when the package is removed', () => {
    const runtime = makeRuntime('33.2.1')
    const electronPackage = path.join(work, 'package')
    mkdirSync(electronPackage)
    linkIntoPackage(runtime, electronPackage)
    rmSync(electronPackage, { recursive: true })
    expect(existsSync(path.join(runtime, executableName()))).toBe(true)
  })
})

describe('findInstalled', () => {
  it('finds nothing in a package as npm unpacks it', () => {
    expect(findInstalled(work)).toBeNull()
  })

  it('finds nothing when the download was cut before the note was written', () => {
    mkdirSync(path.join(work, 'dist'))
    writeFileSync(path.join(work, 'dist', executableName('linux')), '')
    expect(findInstalled(work)).toBeNull()
  })

  it('knows the official binary', () => {
    linkIntoPackage(makeRuntime('v45.4.1'), work)
    expect(findInstalled(work)).toMatchObject({ version: '45.4.1', official: true })
  })
})

describe('executableName', () => {
  it.each([
    ['linux', 'electron'],
    ['win32', 'electron.exe'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ])('on %s is %s', (platform, name) => expect(executableName(platform)).toBe(name))
})

it('names ELECTRON_MIRROR where there is no fall-back', () => {
  expect(adviceWithoutFallback('win32', 'arm64')).toMatch(/win32-arm64[\s\S]*ELECTRON_MIRROR/)
})

function makeRuntime(version: string): string {
  const folder = path.join(work, 'runtime')
  mkdirSync(path.dirname(path.join(folder, executableName())), { recursive: true })
  writeFileSync(path.join(folder, executableName()), '')
  writeFileSync(path.join(folder, 'version'), version)
  return folder
}
