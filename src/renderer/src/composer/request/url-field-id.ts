/** The id of the URL's editor in a draft's tab. */
export function urlFieldId(draftId: string): string {
  return `request-url-${draftId}`
}
