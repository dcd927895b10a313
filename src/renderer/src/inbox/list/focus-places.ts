/** The id of the list's element that takes the keyboard. */
export const gridId = 'lead-list'
/** The chosen tab of the detail pane, which stands in the panel `detail` of the inbox's split. */
const detailTab = '#detail [role="tab"][aria-selected="true"]'

/** Gives the keyboard to the rows. */
export function focusGrid(): void {
  document.getElementById(gridId)?.focus()
}

/** Gives the keyboard to the detail of the focused lead. */
export function focusDetail(): void {
  document.querySelector<HTMLElement>(detailTab)?.focus()
}
