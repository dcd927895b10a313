import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { appScheme, findAppFile } from './app-files'
import { contentSecurityPolicy, noncePlaceholder } from './content-security-policy'
import { buildPaths } from './paths'

/** Makes `app://` a scheme with an origin of its own. Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the window's files, and nothing else, each under the policy with a nonce of this launch. */
export function serveAppFiles(): void {
  const nonce = randomBytes(16).toString('base64')
  const headers = { 'content-security-policy': contentSecurityPolicy(nonce), 'x-content-type-options': 'nosniff' }
  protocol.handle(appScheme, async (request) => {
    const file = request.method === 'GET' ? findAppFile(buildPaths.renderer, request.url) : null
    const content = file && (await readFile(file.path).catch(() => null))
    if (file === null || content === null) return new Response(null, { status: 404, headers })
    const isPage = file.contentType.startsWith('text/html')
    const body = isPage ? content.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(content)
    return new Response(body, { headers: { ...headers, 'content-type': file.contentType } })
  })
}
