/** For a menu's item that opens a dialog: the menu gives the focus back to its button first, so that the dialog can. */
export function afterMenu(act: () => void): () => void {
  return () => setTimeout(act)
}
