import { useTranslation } from 'react-i18next'
import { ConfirmDialog, type ConfirmDialogProps } from '../ui/confirm-dialog'

/** Names the consequence of listening on every address before it is done. */
export function ListenOnAllDialog(props: Pick<ConfirmDialogProps, 'onConfirm' | 'onClose'>) {
  const { t } = useTranslation('settings')
  return (
    <ConfirmDialog
      title={t('listenOn.askTitle')}
      consequence={t('listenOn.askText')}
      confirm={t('listenOn.askConfirm')}
      {...props}
    />
  )
}
