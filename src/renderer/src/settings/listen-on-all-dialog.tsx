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

/** Names the consequence of listening on every address before it is done. */
export function ListenOnAllDialog({
  onConfirm,
  onClose,
}: {
  readonly onConfirm: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('settings')
  useReturnFocus()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('listenOn.askTitle')}</DialogTitle>
          <DialogContent>{t('listenOn.askText')}</DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onConfirm()
                onClose()
              }}
            >
              {t('listenOn.askConfirm')}
            </Button>
            <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
