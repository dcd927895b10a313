import { useComposerDialog } from '../state/composer-dialog-store'
import { changeWorkspace, closeDraft, openTab, useComposer } from '../state/composer-store'
import { moveDraft, reopenClosed, showNeighbour } from '../state/composer-tabs'
import type { ComposerCommandId } from './composer-shortcuts'
import { startRequest } from './request/start-request'
import { saveAndTell } from './save/save-and-tell'
import { focusTreeSearch } from './tree/tree-search'

/** What the palette, the menu and the keyboard can ask of the composer; each is for the active tab. */
export const composerCommands: Readonly<Record<ComposerCommandId, () => void>> = {
  newRequest: () => void startRequest(),
  save: () => withActive((id) => void saveAndTell(id)),
  saveAs: () =>
    withActive((draftId) => {
      if (useComposer.getState().drafts[draftId]?.kind !== 'request') return
      useComposerDialog.getState().open({ kind: 'save', draftId, asCopy: true, thenClose: false })
    }),
  closeTab: () => withActive(closeDraft),
  reopenTab: () => void reopenClosed(),
  nextTab: () => showNeighbour(1),
  previousTab: () => showNeighbour(-1),
  moveTabRight: () => withActive((id) => moveDraft(id, 1)),
  moveTabLeft: () => withActive((id) => moveDraft(id, -1)),
  searchRequests: focusTreeSearch,
  import: () => useComposerDialog.getState().open({ kind: 'import' }),
  newCollection: () => useComposerDialog.getState().open({ kind: 'new-collection' }),
  history: () => void openTab('history'),
  splitToggle: () => {
    const { split } = useComposer.getState().workspace
    changeWorkspace({ split: split === 'rows' ? 'columns' : 'rows' })
  },
}

function withActive(run: (draftId: string) => void): void {
  const { activeTab } = useComposer.getState().workspace
  if (activeTab !== null) run(activeTab)
}
