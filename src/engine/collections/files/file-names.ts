/** Names that Windows keeps for devices, whatever the extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i
const longestName = 80

/**
 * A file name for a thing's name that every system accepts and that is not taken yet.
 * @param taken the names in the folder; compared without regard to case, as Windows and macOS do
 */
export function newFileName(name: string, extension: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map(fold))
  const stem = safeStem(name)
  for (let number = 1; ; number++) {
    const candidate = `${stem}${number === 1 ? '' : ` ${number}`}${extension}`
    if (!known.has(fold(candidate))) return candidate
  }
}

/** The name beside a taken one: `Articles 2.postman_collection.json`. */
export function besideFileName(fileName: string, extension: string, taken: Iterable<string>): string {
  const ending = fileName.endsWith(extension) ? extension : '.json'
  return newFileName(fileName.slice(0, -ending.length), ending, taken)
}

function safeStem(name: string): string {
  const cleaned = [...name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')]
    .slice(0, longestName)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (cleaned === '') return 'Unnamed'
  return reserved.test(cleaned) ? `${cleaned}_` : cleaned
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
