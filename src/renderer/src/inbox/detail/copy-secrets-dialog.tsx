import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { callEngine, callShell } from '../../state/bridge'
import { showErrorToast, showToast } from '../../state/toast-store'

type CopySecretsDialogProps = { readonly leadId: number; readonly open: boolean; readonly onClose: () => void }

/** Warns before the request is copied with the signature and the credentials in it. */
export function CopySecretsDialog({ leadId, open, onClose }: CopySecretsDialogProps) {
  const { t } = useTranslation(['detail', 'common', 'inbox'])
  const copy = async () => {
    onClose()
    try {
      const text = await callEngine('leads.copy', { id: leadId, as: 'curl', withSecrets: true })
      await callShell('clipboard.write', { text })
      showToast({ intent: 'warning', title: t('detail:copySecrets.done'), body: t('detail:copySecrets.doneHint') })
    } catch (error) {
      showErrorToast(t('inbox:list.failed.copy'), error)
    }
  }
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('detail:copySecrets.title')}</DialogTitle>
          <DialogContent>{t('detail:copySecrets.text')}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button appearance="primary" onClick={() => void copy()}>
              {t('detail:copySecrets.copy')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
