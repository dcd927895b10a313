import type { TextStyle } from '../formats/collection-text'

/** What a folder's files hold, and how they are read and written. */
export type FileFormat<Content> = {
  /** The end of the name that new files get. */
  readonly extension: string
  /** By its name alone: whether the file may hold such content. */
  readonly matches: (fileName: string) => boolean
  /** null for a file of another kind, which is none of ours. Throws where it is one of ours, but broken. */
  readonly read: (bytes: Uint8Array, fileName: string) => Content | null
  /** The text of the file, laid out as it was found. */
  readonly write: (content: Content, style: TextStyle) => string
  /** Tells that a file under a new name is one that was known under another; null where nothing tells. */
  readonly identity: (content: Content) => string | null
}
