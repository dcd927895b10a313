import { extname, join, sep } from 'node:path'

/** Scheme and host of the window's pages: a proper origin, which `file://` is not. */
export const appScheme = 'app'
export const appOrigin = 'app://lead-inspector'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

export type AppFile = { readonly path: string; readonly contentType: string }

/**
 * The file that an `app://` URL means, or null where it means none: another host, a path that leaves the folder,
 * a kind of file that the window has no use for.
 */
export function findAppFile(rendererFolder: string, url: string): AppFile | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  if (`${protocol}//${host}` !== appOrigin) return null
  const relative = decodePath(pathname === '/' ? '/index.html' : pathname)
  if (relative === null) return null
  const path = join(rendererFolder, relative)
  const contentType = contentTypes[extname(path).toLowerCase()]
  if (!path.startsWith(rendererFolder + sep) || contentType === undefined) return null
  return { path, contentType }
}

function decodePath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname)
    // A backslash parts folders on Windows, a NUL cuts the name; neither is in a file of ours.
    return /[\\\0]/.test(path) ? null : path
  } catch {
    return null
  }
}
