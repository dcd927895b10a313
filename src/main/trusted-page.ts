import { appOrigin } from './app-files'

/** Address of Vite's server while developing; undefined in every build that is run by itself. */
export const developmentUrl = process.env.ELECTRON_RENDERER_URL

/** True for addresses of our own page: `app://lead-inspector/…`, or the development server's. */
export function isTrustedPage(url: string, development: string | undefined = developmentUrl): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  const origin = `${protocol}//${host}`
  return origin === appOrigin || (development !== undefined && origin === new URL(development).origin)
}
