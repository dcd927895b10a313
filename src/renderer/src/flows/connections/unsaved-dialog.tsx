import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { Connection } from '@shared/connection/connection'
import { useTranslation } from 'react-i18next'
import { useDeed } from '../../composer/save/use-deed'
import { discardConnectionDraft, saveConnectionDraft } from '../../state/connection-drafts-store'
import { ErrorBar } from '../../ui/error-text'
import { useReturnFocus } from '../../ui/use-return-focus'
import { VisibleText } from '../../ui/visible-text'

type UnsavedDialogProps = {
  readonly unsaved: readonly Connection[]
  /** Closes what the question is about. */
  readonly onDone: () => void
  readonly onKeep: () => void
}

/** Asks what becomes of unsaved edits before the connections are closed. */
export function UnsavedDialog({ unsaved, onDone, onKeep }: UnsavedDialogProps) {
  const { t } = useTranslation(['connections', 'common'])
  const deed = useDeed()
  useReturnFocus()
  const saveAll = async () => {
    // One after the other: where one cannot be saved, the question stays with what is left.
    for (const connection of unsaved) await saveConnectionDraft(connection)
    onDone()
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onKeep()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('connections:close.title')}</DialogTitle>
          <DialogContent>
            <VisibleText
              text={t('connections:close.body', { names: unsaved.map(({ name }) => `“${name}”`).join(', ') })}
              light
              maxLength={400}
            />
            {deed.error ? <ErrorBar error={deed.error} /> : null}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" disabled={deed.isBusy} onClick={() => void deed.run(saveAll)}>
              {t('common:save')}
            </Button>
            <Button
              disabled={deed.isBusy}
              onClick={() => {
                for (const { id } of unsaved) discardConnectionDraft(id)
                onDone()
              }}
            >
              {t('connections:close.discard')}
            </Button>
            <Button onClick={onKeep}>{t('connections:close.keep')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
