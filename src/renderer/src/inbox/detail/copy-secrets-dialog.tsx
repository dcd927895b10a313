import { useTranslation } from 'react-i18next'
import { callEngine, callShell } from '../../state/bridge'
import { showErrorToast, showToast } from '../../state/toast-store'
import { ConfirmDialog } from '../../ui/confirm-dialog'

type CopySecretsDialogProps = { readonly leadId: number; readonly onClose: () => void }

/** Warns before the request is copied with the signature and the credentials in it. */
export function CopySecretsDialog({ leadId, onClose }: CopySecretsDialogProps) {
  const { t } = useTranslation(['detail', 'inbox'])
  const copy = async () => {
    try {
      const text = await callEngine('leads.copy', { id: leadId, as: 'curl', withSecrets: true })
      await callShell('clipboard.write', { text })
      showToast({ intent: 'warning', title: t('detail:copySecrets.done'), body: t('detail:copySecrets.doneHint') })
    } catch (error) {
      showErrorToast(t('inbox:list.failed.copy'), error)
    }
  }
  return (
    <ConfirmDialog
      title={t('detail:copySecrets.title')}
      consequence={t('detail:copySecrets.text')}
      confirm={t('detail:copySecrets.copy')}
      onConfirm={() => void copy()}
      onClose={onClose}
    />
  )
}
