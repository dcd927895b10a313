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
import { useReturnFocus } from './use-return-focus'

export type ConfirmDialogProps = {
  readonly title: string
  /** What will happen, so that the user knows before it does. */
  readonly consequence: string
  /** The deed as a verb, never "OK". */
  readonly confirm: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that matters is done; open for as long as it is mounted. */
export function ConfirmDialog({ title, consequence, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('common')
  useReturnFocus()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{consequence}</DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onConfirm()
                onClose()
              }}
            >
              {confirm}
            </Button>
            <Button onClick={onClose}>{t('cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
