import i18next from 'i18next'

/** Everything that can be asked of the composer; what each does is in `composer-commands.ts`. */
export const composerCommandIds = [
  'newRequest',
  'save',
  'saveAs',
  'closeTab',
  'reopenTab',
  'nextTab',
  'previousTab',
  'moveTabRight',
  'moveTabLeft',
  'searchRequests',
  'import',
  'newCollection',
  'history',
  'splitToggle',
] as const

export type ComposerCommandId = (typeof composerCommandIds)[number]

/** The keys of each command, as `Ctrl+S`; the first is the one that is shown. On a Mac Ctrl stands for ⌘. */
export const composerShortcuts = {
  newRequest: ['Ctrl+N', 'Ctrl+T'],
  save: ['Ctrl+S'],
  saveAs: ['Ctrl+Shift+S'],
  closeTab: ['Ctrl+W', 'Ctrl+F4'],
  reopenTab: ['Ctrl+Shift+T'],
  nextTab: ['Ctrl+Tab', 'Ctrl+PageDown'],
  previousTab: ['Ctrl+Shift+Tab', 'Ctrl+PageUp'],
  moveTabRight: ['Ctrl+Shift+PageDown'],
  moveTabLeft: ['Ctrl+Shift+PageUp'],
  searchRequests: ['Ctrl+F'],
  import: ['Ctrl+O'],
  newCollection: [],
  history: ['Ctrl+H'],
  splitToggle: [],
} as const satisfies Readonly<Record<ComposerCommandId, readonly string[]>>

export function composerCommandLabel(id: ComposerCommandId): string {
  return i18next.t(`shortcut.${id}`, { ns: 'collections' })
}
