import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

export type SourceFile = {
  /** From the folder of the checkout, with slashes. */
  readonly path: string
  readonly text: string
}

const root = resolve(import.meta.dirname, '../..')

/** The text files below a folder of the checkout whose names end in one of these. */
export function readSources(folder: string, endings: RegExp): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return { path: relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }
    })
}
