import { useTranslation } from 'react-i18next'
import { ConfirmDialog, type ConfirmDialogProps } from '../ui/confirm-dialog'

type RetentionDialogProps = Pick<ConfirmDialogProps, 'onConfirm' | 'onClose'> & { readonly days: number }

/** Says that older leads will be removed for good, before that is done. */
export function RetentionDialog({ days, ...props }: RetentionDialogProps) {
  const { t } = useTranslation('settings')
  return (
    <ConfirmDialog
      title={t('retention.askTitle', { count: days })}
      consequence={t('retention.askText', { count: days })}
      confirm={t('retention.askConfirm')}
      {...props}
    />
  )
}
