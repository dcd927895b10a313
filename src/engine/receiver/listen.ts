import { createServer, type Server } from 'node:net'

/** IPv4 first: it is always there, and with port 0 it picks the port that the other address then takes too. */
export const loopbackHosts = ['127.0.0.1', '::1'] as const
export const allHosts = ['0.0.0.0', '::'] as const

export type ListenOutcome<S> =
  | { readonly ok: true; readonly servers: readonly S[]; readonly port: number; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly code: string; readonly message: string }

/**
 * Binds one new server to each host, all on the same port. A host that this machine does not have (IPv6 off) is
 * left out, except the first. Either all are bound in the end or none is.
 * @param port 0 takes any port that is free on all hosts
 */
export async function listenOnAll<S extends Server>(
  hosts: readonly string[],
  port: number,
  makeServer: () => S,
): Promise<ListenOutcome<S>> {
  // A port picked on the first host may be taken on the second: pick again.
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await bindOnce(hosts, port, makeServer)
    if (outcome.ok || port !== 0 || outcome.code !== 'EADDRINUSE' || attempt === 20) return outcome
  }
}

/** A port free on all hosts, near the wanted one where possible; null if there is none. */
export async function findFreePort(hosts: readonly string[], wanted: number): Promise<number | null> {
  const candidates = Array.from({ length: 20 }, (_, index) => wanted + 1 + index).filter((port) => port <= 65_535)
  for (const port of [...candidates, 0]) {
    const outcome = await listenOnAll(hosts, port, () => createServer())
    if (!outcome.ok) continue
    await Promise.all(outcome.servers.map(close))
    return outcome.port
  }
  return null
}

async function bindOnce<S extends Server>(
  hosts: readonly string[],
  wanted: number,
  makeServer: () => S,
): Promise<ListenOutcome<S>> {
  const servers: S[] = []
  const addresses: string[] = []
  let port = wanted
  for (const host of hosts) {
    const server = makeServer()
    const error = await bind(server, host, port)
    if (error === null) {
      servers.push(server)
      addresses.push(host)
      port = boundPort(server)
    } else if (servers.length === 0 || !isMissingAddress(error.code)) {
      await Promise.all(servers.map(close))
      return { ok: false, code: error.code ?? '', message: error.message }
    }
  }
  return { ok: true, servers, port, addresses }
}

function bind(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve)
    // `ipv6Only` lets 0.0.0.0 and :: share a port.
    server.listen({ host, port, ipv6Only: true }, () => {
      server.removeListener('error', resolve)
      resolve(null)
    })
  })
}

function isMissingAddress(code: string | undefined): boolean {
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT' || code === 'ENODEV'
}

function boundPort(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
