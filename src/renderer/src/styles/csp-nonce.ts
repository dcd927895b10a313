/** The nonce of this launch, which the shell wrote into the page: the only way for a style element to be accepted. */
export function cspNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  return meta?.nonce ?? ''
}
