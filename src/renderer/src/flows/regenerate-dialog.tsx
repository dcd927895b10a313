import type { Flow } from '@shared/flow/flow'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../state/bridge'
import { showErrorToast, showToast } from '../state/toast-store'
import { ConfirmDialog } from '../ui/confirm-dialog'

/** Gives the flow's URL a new signature, after the consequence was named. */
export function RegenerateDialog({ flow, onClose }: { readonly flow: Flow; readonly onClose: () => void }) {
  const { t } = useTranslation('flows')
  const regenerate = async () => {
    try {
      await callEngine('flow.regenerate-signature', { id: flow.id })
      showToast({ intent: 'success', title: t('regenerate.done'), body: t('regenerate.doneHelp') })
    } catch (error) {
      showErrorToast(t('regenerate.failed'), error)
    }
  }
  return (
    <ConfirmDialog
      title={t('regenerate.title', { name: flow.name })}
      consequence={t('regenerate.consequence')}
      confirm={t('regenerate.confirm')}
      onConfirm={() => void regenerate()}
      onClose={onClose}
    />
  )
}
