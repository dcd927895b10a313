import { useComposerDialog } from '../state/composer-dialog-store'
import { ImportDialog } from './import/import-dialog'
import { ImportOutcomeDialog } from './import/import-outcome-dialog'
import { CloseDialog } from './save/close-dialog'
import { ExportDialog } from './save/export-dialog'
import { FolderDialog } from './save/folder-dialog'
import { MoveDialog } from './save/move-dialog'
import { NewCollectionDialog } from './save/new-collection-dialog'
import { SaveDialog } from './save/save-dialog'

/** The composer's dialog that is open, if one is. */
export function ComposerDialogs() {
  const { dialog, close } = useComposerDialog()
  switch (dialog?.kind) {
    case 'save':
      return <SaveDialog key={dialog.draftId} {...dialog} onClose={close} />
    case 'close':
      return <CloseDialog key={dialog.draftIds.join()} draftIds={dialog.draftIds} onClose={close} />
    case 'new-collection':
      return <NewCollectionDialog onClose={close} />
    case 'move':
      return <MoveDialog ids={dialog.ids} onClose={close} />
    case 'export':
      return <ExportDialog id={dialog.id} onClose={close} />
    case 'import':
      return <ImportDialog onClose={close} />
    case 'imported':
      return <ImportOutcomeDialog outcome={dialog.outcome} onClose={close} />
    case 'folder':
      return <FolderDialog onClose={close} />
    case undefined:
      return null
  }
}
