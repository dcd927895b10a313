import type { Hydration } from '@shared/contract/engine-commands'

/** A hydration of an engine that listens and has no leads; changes are laid over it. */
export function aHydration(changes: Partial<Hydration> = {}): Hydration {
  return {
    receiver: { state: 'listening', port: 5323, addresses: ['127.0.0.1', '::1'], httpsPort: null, httpsError: null },
    storage: { state: 'ok' },
    flows: [
      {
        id: '8f3a52c94b1e4d70a6c28d15e9f04b37',
        name: 'Default',
        state: 'started',
        triggeredBy: 'anyone',
        method: 'POST',
        schemaText: '',
        schemaValidation: false,
        signature: 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde',
        createdAt: 0,
      },
    ],
    facets: {
      verdict: [],
      actionCode: [],
      source: [],
      offer: [],
      country: [],
      total: 0,
      test: 0,
      unread: 0,
      pinned: 0,
    },
    today: { leads: 0, notValid: 0 },
    notices: [],
    dataFolder: 'data',
    ...changes,
  }
}
