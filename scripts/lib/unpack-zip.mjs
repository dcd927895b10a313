import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

/** @type {(file: string, options: import('yauzl').Options) => Promise<import('yauzl').ZipFile>} */
const open = promisify(yauzl.open)

/**
 * Unpacks the entries that `place` gives a name to. Executable bits are kept. yauzl itself refuses names that would
 * leave the folder ("..", absolute).
 * @param {string} zip
 * @param {string} folder where to; made when missing
 * @param {(name: string) => string | null} place maps an entry's name to its place in the folder; null skips it
 * @param {(done: number, total: number) => void} [onProgress] bytes of the zip passed so far, and its size in bytes
 * @returns {Promise<number>} how many files were written
 */
export async function unpackZip(zip, folder, place, onProgress = () => {}) {
  const archive = await open(zip, { lazyEntries: true, autoClose: true })
  return new Promise((resolve, reject) => {
    let written = 0
    archive.on('error', reject)
    archive.on('end', () => {
      onProgress(archive.fileSize, archive.fileSize)
      resolve(written)
    })
    archive.on('entry', (entry) => {
      onProgress(entry.relativeOffsetOfLocalHeader, archive.fileSize)
      const name = entry.fileName.endsWith('/') ? null : place(entry.fileName)
      if (name === null) {
        archive.readEntry()
        return
      }
      written += 1
      write(archive, entry, path.join(folder, name)).then(() => archive.readEntry(), reject)
    })
    archive.readEntry()
  })
}

/**
 * @param {import('yauzl').ZipFile} archive
 * @param {import('yauzl').Entry} entry
 * @param {string} target
 */
async function write(archive, entry, target) {
  await mkdir(path.dirname(target), { recursive: true })
  const content = await promisify(archive.openReadStream.bind(archive))(entry)
  // The upper half of the external attributes is the Unix mode; a zip made on Windows has none.
  const executable = ((entry.externalFileAttributes >>> 16) & 0o111) !== 0
  await pipeline(content, createWriteStream(target, { mode: executable ? 0o755 : 0o644 }))
}
