import { Agent, type ClientRequestArgs } from 'node:http'
import type { SecureContext } from 'node:tls'
import type { RequestSettings } from '@shared/request/request-template'
import { type ClientCertificate, readClientCertificate } from './client-certificate'
import { type ProxyServer, readProxy } from './proxy'
import { createSecureContext } from './secure-context'

/** How requests with the same settings reach servers; their idle connections are shared. */
export type Route = {
  readonly agent: Agent
  /** null for http: targets. */
  readonly secureContext: SecureContext | null
  readonly verifyTls: boolean
  readonly proxy: ProxyServer | null
}

export type Routes = {
  /**
   * @param withCertificate false leaves the client certificate out: another host has no business with it
   * @throws AppError `file-not-chosen`, `file-unreadable`, `request-not-valid`; ConnectionError for a certificate that cannot be used
   */
  readonly find: (secure: boolean, settings: RequestSettings, withCertificate: boolean) => Route | Promise<Route>
  readonly close: () => void
}

/** Idle connections are closed before the usual server does it (5 s in Node): a request into a closing one would be lost. */
const idleTimeoutMs = 4000
/** Routes beyond this are forgotten, oldest first; their connections end by themselves. */
const rememberedRoutes = 50

/** An agent whose connections are opened by the request itself: see `exchange.ts`. */
class RouteAgent extends Agent {
  override createConnection(
    ...[options, done]: Parameters<Agent['createConnection']>
  ): ReturnType<Agent['createConnection']> {
    const open: ClientRequestArgs['createConnection'] = options.createConnection
    if (open === undefined || done === undefined) return super.createConnection(options, done)
    return open(options, done)
  }
}

/** @param trustedNow gives the PEM of certificates to trust beside the usual ones */
export function createRoutes(isApproved: (path: string) => boolean, trustedNow: () => readonly string[]): Routes {
  const routes = new Map<string, Route>()

  function remember(key: string, route: Route): Route {
    if (routes.size >= rememberedRoutes) {
      for (const oldest of routes.keys()) {
        routes.delete(oldest)
        break
      }
    }
    routes.set(key, route)
    return route
  }

  function plainRoute(proxy: string): Route {
    const key = `http\0${proxy}`
    return routes.get(key) ?? remember(key, makeRoute(null, true, proxy))
  }

  function secureRoute(settings: RequestSettings, certificate: ClientCertificate | null): Route {
    const trusted = trustedNow()
    const key = ['https', settings.proxy, settings.verifyTls, certificate?.key ?? '', ...trusted].join('\0')
    const known = routes.get(key)
    if (known !== undefined) return known
    return remember(key, makeRoute(createSecureContext(certificate, trusted), settings.verifyTls, settings.proxy))
  }

  async function certifiedRoute(
    settings: RequestSettings,
    chosen: NonNullable<RequestSettings['clientCertificate']>,
  ): Promise<Route> {
    return secureRoute(settings, await readClientCertificate(chosen, isApproved))
  }

  return {
    find(secure, settings, withCertificate) {
      if (!secure) return plainRoute(settings.proxy)
      const { clientCertificate } = settings
      if (!withCertificate || clientCertificate === null) return secureRoute(settings, null)
      return certifiedRoute(settings, clientCertificate)
    },
    close() {
      for (const { agent } of routes.values()) agent.destroy()
      routes.clear()
    },
  }
}

function makeRoute(secureContext: SecureContext | null, verifyTls: boolean, proxy: string): Route {
  return {
    agent: new RouteAgent({ keepAlive: true, timeout: idleTimeoutMs, scheduling: 'lifo', maxFreeSockets: 256 }),
    secureContext,
    verifyTls,
    proxy: proxy === '' ? null : readProxy(proxy),
  }
}
