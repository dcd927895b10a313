import { describe, expect, it } from 'vitest'
import { adviceForUser, installable, installLine, pickName } from '../../../scripts/lib/apt.mjs'
import { isOnPath, missingInLdd, packagesOf } from '../../../scripts/lib/system-libraries.mjs'
import { isHeadless } from '../../../scripts/lib/virtual-display.mjs'

const LDD = `
	linux-vdso.so.1 (0x00007ffd2a5f2000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f1)
	libgtk-3.so.0 => not found
	libnss3.so => not found
	libnssutil3.so => not found
	libasound.so.2 => not found
	libstrange.so.9 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2)
`

const POLICY = `libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1
  Version table:
libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
`

describe('missingInLdd', () => {
  it('lists what the loader did not find', () => {
    expect(missingInLdd(LDD)).toEqual([
      'libgtk-3.so.0',
      'libnss3.so',
      'libnssutil3.so',
      'libasound.so.2',
      'libstrange.so.9',
    ])
  })

  it('finds nothing in a static program', () => expect(missingInLdd('\tnot a dynamic executable\n')).toEqual([]))
})

it('names each package once and leaves out libraries it does not know', () => {
  expect(packagesOf(missingInLdd(LDD))).toEqual([
    ['libgtk-3-0t64', 'libgtk-3-0'],
    ['libnss3'],
    ['libasound2t64', 'libasound2'],
  ])
})

describe('pickName', () => {
  it('takes the name this release can install', () => {
    expect(pickName(['libgtk-3-0t64', 'libgtk-3-0'], installable(POLICY))).toBe('libgtk-3-0t64')
  })

  it('takes the old name when apt knows none', () => {
    expect(pickName(['libgtk-3-0t64', 'libgtk-3-0'], installable(''))).toBe('libgtk-3-0')
  })
})

it('gives the exact line to run', () => {
  const packages = ['libgtk-3-0', 'xvfb']
  expect(installLine(packages)).toBe('sudo apt-get install -y --no-install-recommends libgtk-3-0 xvfb')
  expect(adviceForUser(['libgtk-3.so.0'], packages)).toContain(`(libgtk-3.so.0)`)
  expect(adviceForUser(['libgtk-3.so.0'], packages)).toContain(installLine(packages))
})

it('looks for a program in every folder of the path', () => {
  expect(isOnPath('sh', '/nowhere:/bin')).toBe(true)
  expect(isOnPath('sh', '/nowhere::')).toBe(false)
})

describe('isHeadless', () => {
  it.each([
    [{}, 'linux', true],
    [{ DISPLAY: '' }, 'linux', true],
    [{ DISPLAY: ':0' }, 'linux', false],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', false],
    [{}, 'darwin', false],
    [{}, 'win32', false],
  ])('%o on %s: %s', (env, platform, expected) => expect(isHeadless(env, platform)).toBe(expected))
})
