/** Names that Windows keeps for devices, whatever follows a dot. */
const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?=\.|$)/i
/** In bytes of UTF-8: most file systems take 255, and an ending and a number follow. */
const longestName = 160

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

/** The file's own name, or where that is taken the one beside it: `Articles 2.postman_collection.json`. */
export function freeFileName(fileName: string, extension: string, taken: readonly string[]): string {
  if (!taken.some((name) => isSameName(name, fileName))) return fileName
  const ending = fileName.endsWith(extension) ? extension : '.json'
  return newFileName(fileName.slice(0, -ending.length), ending, taken)
}

function safeStem(name: string): string {
  const plain = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*\s]+/gu, ' ')
  const cleaned = shorten(plain.replace(/^[. ]+/, '')).replace(/[. ]+$/, '')
  if (cleaned === '') return 'Unnamed'
  return reserved.test(cleaned) ? `${cleaned}_` : cleaned
}

/** The beginning of a text that fits, never half of a sign. */
function shorten(text: string): string {
  let bytes = 0
  let end = 0
  for (const sign of text) {
    bytes += Buffer.byteLength(sign)
    if (bytes > longestName) break
    end += sign.length
  }
  return text.slice(0, end)
}

/** Whether two names mean the same file on Windows and macOS. */
export function isSameName(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
