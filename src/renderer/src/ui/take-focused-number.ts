/**
 * Has a number that is being written taken as if its field were left: before what a shortcut saves. The field keeps the
 * keyboard.
 */
export function takeFocusedNumber(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement) || field.inputMode !== 'numeric') return
  field.blur()
  field.focus()
}
