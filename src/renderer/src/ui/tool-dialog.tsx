import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './tool-dialog.module.css'
import { useReturnFocus } from './use-return-focus'

type ToolDialogProps = {
  readonly title: string
  readonly onClose: () => void
  /** Buttons at the left of *Close*. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A large dialog with a list and what is chosen in it. */
export function ToolDialog({ title, onClose, actions, children }: ToolDialogProps) {
  const { t } = useTranslation('common')
  useReturnFocus()
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={`${styles.surface}`}>
        <DialogBody className={`${styles.dialog}`}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={`${styles.content}`}>{children}</DialogContent>
          <DialogActions>
            {actions}
            <Button appearance="primary" onClick={onClose}>
              {t('close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
