/** How Power Automate prints the URL of an HTTP trigger; the receiver takes both. Source: the articles and public URLs. */
export type FlowUrlShape = 'logic-azure' | 'power-platform'

/**
 * The full HTTP POST URL of a flow under a base address.
 * @param baseUrl scheme, host and port, e.g. `http://127.0.0.1:5323`; a trailing slash is ignored
 * @param signature the `sig` value; pass a mask to show the URL without its secret. Omit it for tenant-only flows.
 */
export function buildFlowUrl(
  baseUrl: string,
  flow: { readonly id: string; readonly signature: string | null },
  shape: FlowUrlShape = 'logic-azure',
): string {
  const root = baseUrl.replace(/\/+$/, '')
  const prefix = shape === 'logic-azure' ? '' : '/powerautomate/automations/direct'
  const version = shape === 'logic-azure' ? '2016-06-01' : '1'
  const access = flow.signature === null ? '' : `&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${flow.signature}`
  return `${root}${prefix}/workflows/${flow.id}/triggers/manual/paths/invoke?api-version=${version}${access}`
}
