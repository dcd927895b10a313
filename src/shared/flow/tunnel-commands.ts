/** Programs that give a local port a public address, with texts `tunnel.<id>` in the locale. */
export const tunnelIds = ['ngrok', 'cloudflared', 'devtunnel', 'tailscale', 'ssh'] as const

export type TunnelId = (typeof tunnelIds)[number]

/**
 * The command that opens a tunnel to the receiver's port. Dev tunnels ask every visitor to sign in unless anonymous
 * visitors are allowed, and Partner Center cannot sign in.
 */
export function tunnelCommand(id: TunnelId, port: number): string {
  switch (id) {
    case 'ngrok':
      return `ngrok http ${port}`
    case 'cloudflared':
      return `cloudflared tunnel --url http://127.0.0.1:${port}`
    case 'devtunnel':
      return `devtunnel host -p ${port} --allow-anonymous`
    case 'tailscale':
      return `tailscale funnel ${port}`
    case 'ssh':
      return `ssh -N -R 8080:127.0.0.1:${port} you@your-server.example`
  }
}
