export const treeElementId = 'collections-tree'

/** Puts the keyboard into the tree. */
export function focusTree(): void {
  document.getElementById(treeElementId)?.focus()
}
