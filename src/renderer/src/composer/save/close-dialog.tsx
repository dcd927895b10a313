import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useComposerDialog } from '../../state/composer-dialog-store'
import { activateDraft, discardDraft, useComposer } from '../../state/composer-store'
import { useReturnFocus } from '../../ui/use-return-focus'
import { VisibleText } from '../../ui/visible-text'
import { tabName } from '../tabs/tab-name'
import { saveAndTell } from './save-and-tell'

/** Asks what becomes of unsaved edits in tabs that are about to be closed. */
export function CloseDialog({
  draftIds,
  onClose,
}: {
  readonly draftIds: readonly string[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation('collections')
  const drafts = useComposer((state) => state.drafts)
  const [isBusy, setBusy] = useState(false)
  useReturnFocus()
  const open = draftIds.filter((id) => drafts[id])
  const first = open[0] === undefined ? null : (drafts[open[0]] ?? null)
  const saveAll = async () => {
    setBusy(true)
    const unnamed: string[] = []
    for (const id of open) {
      if (useComposer.getState().drafts[id]?.nodeId === null) unnamed.push(id)
      else if (await saveAndTell(id)) discardDraft(id)
    }
    onClose()
    // Each that was never saved is asked where to; the others of them stay open.
    const next = unnamed[0]
    if (next === undefined) return
    activateDraft(next)
    useComposerDialog.getState().open({ kind: 'save', draftId: next, asCopy: false, thenClose: true })
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            <VisibleText text={t('close.title', { count: open.length, name: tabName(first) })} maxLength={200} />
          </DialogTitle>
          <DialogContent>{t('close.body')}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" disabled={isBusy} onClick={() => void saveAll()}>
              {t('close.save')}
            </Button>
            <Button
              disabled={isBusy}
              onClick={() => {
                for (const id of open) discardDraft(id)
                onClose()
              }}
            >
              {t('close.dont')}
            </Button>
            <Button onClick={onClose}>{t('close.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
