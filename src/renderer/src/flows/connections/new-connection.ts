import type { ConnectionSettings } from '@shared/connection/connection'

export const connectionKinds = ['smtp', 'dataverse', 'salesforce', 'hubspot'] as const

/** What a connection of a kind begins with. Addresses: facts §6 and the systems' own documentation. */
export function newConnectionSettings(kind: ConnectionSettings['kind']): ConnectionSettings {
  switch (kind) {
    case 'smtp':
      return { kind, host: 'localhost', port: 587, security: 'starttls', user: '', from: '', verifyTls: true }
    case 'dataverse':
      return {
        kind,
        organisation: 'https://',
        tenantId: '',
        clientId: '',
        authority: 'https://login.microsoftonline.com',
      }
    case 'salesforce':
      return {
        kind,
        url: 'https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8',
        organisationId: '',
      }
    case 'hubspot':
      return { kind, url: 'https://api.hubapi.com' }
  }
}

/** The usual port for a way of securing mail. */
export function usualPort(security: Extract<ConnectionSettings, { readonly kind: 'smtp' }>['security']): number {
  return { none: 25, starttls: 587, tls: 465 }[security]
}

/** Whether a kind has a secret, and what it is called in `connections:secret.<name>`. */
export function secretOf(kind: ConnectionSettings['kind']): 'password' | 'clientSecret' | 'token' | null {
  return { smtp: 'password' as const, dataverse: 'clientSecret' as const, salesforce: null, hubspot: 'token' as const }[
    kind
  ]
}
