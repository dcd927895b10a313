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
import { useReturnFocus } from '../ui/use-return-focus'

type RetentionDialogProps = { readonly days: number; readonly onConfirm: () => void; readonly onClose: () => void }

/** Says that older leads will be removed for good, before that is done. */
export function RetentionDialog({ days, onConfirm, onClose }: RetentionDialogProps) {
  const { t } = useTranslation('settings')
  useReturnFocus()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('retention.askTitle', { count: days })}</DialogTitle>
          <DialogContent>{t('retention.askText', { count: days })}</DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onConfirm()
                onClose()
              }}
            >
              {t('retention.askConfirm')}
            </Button>
            <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
