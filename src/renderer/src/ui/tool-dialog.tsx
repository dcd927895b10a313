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
import { useReturnFocus } from '../ui/use-return-focus'
import styles from './flow-tool-dialog.module.css'

type FlowToolDialogProps = {
  readonly title: string
  readonly onClose: () => void
  /** Buttons at the left of *Close*. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A large dialog with a list and what is chosen in it. */
export function FlowToolDialog({ title, onClose, actions, children }: FlowToolDialogProps) {
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
