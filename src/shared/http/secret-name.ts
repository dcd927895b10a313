const secretName =
  /^(?:.*authorization|set-cookie2?|cookie|sig|code|key)$|api[-_]?key|[-_]key$|subscription-key|token|secret|password|passwd|credential/i

/** Whether the value of a header, query parameter or form field of this name is likely a credential. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.trim())
}
