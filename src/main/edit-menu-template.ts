import type { MenuItemConstructorOptions } from 'electron'
import { shellText } from './texts'

/** What Electron tells of the place that was clicked. */
export type EditPlace = {
  readonly isEditable: boolean
  readonly selectionText: string
  readonly editFlags: {
    readonly canUndo: boolean
    readonly canRedo: boolean
    readonly canCut: boolean
    readonly canCopy: boolean
    readonly canPaste: boolean
    readonly canSelectAll: boolean
  }
}

/** The menu of a text field, or of selected text; empty where there is nothing to copy. */
export function editMenuTemplate({ isEditable, selectionText, editFlags }: EditPlace): MenuItemConstructorOptions[] {
  if (!isEditable) {
    return selectionText.trim() === '' ? [] : [{ role: 'copy', label: shellText('menu.copy') }]
  }
  return [
    { role: 'undo', label: shellText('menu.undo'), enabled: editFlags.canUndo },
    { role: 'redo', label: shellText('menu.redo'), enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: shellText('menu.cut'), enabled: editFlags.canCut },
    { role: 'copy', label: shellText('menu.copy'), enabled: editFlags.canCopy },
    { role: 'paste', label: shellText('menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: shellText('menu.selectAll'), enabled: editFlags.canSelectAll },
  ]
}
