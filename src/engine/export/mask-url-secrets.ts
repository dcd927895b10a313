import { isSecretName } from './mask-secrets'

/** An address with the values of query parameters that are likely credentials replaced. */
export function maskUrlSecrets(url: string, mask = '••••••••'): string {
  return url.replace(/([?&;])([^=&;#?'"\s]+)=([^&#\s"']+)/g, (written, before: string, name: string) =>
    isSecretName(name) ? `${before}${name}=${mask}` : written,
  )
}
