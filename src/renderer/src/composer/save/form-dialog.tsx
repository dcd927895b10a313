import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { AppErrorData } from '@shared/app-error'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBar } from '../../ui/error-text'
import { useReturnFocus } from '../../ui/use-return-focus'
import styles from './form-dialog.module.css'

type FormDialogProps = {
  readonly title: string
  /** The deed as a verb. */
  readonly submit: string
  readonly canSubmit?: boolean
  readonly isBusy?: boolean
  readonly error?: AppErrorData | null
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog that asks for a few things; Enter in a field submits it. Open for as long as it is mounted. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, canSubmit = true, isBusy = false, error = null, onSubmit, onClose, children } = props
  const { t } = useTranslation('common')
  useReturnFocus()
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-label={title}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (canSubmit && !isBusy) onSubmit()
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              {error ? <ErrorBar error={error} /> : null}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={!canSubmit || isBusy}>
                {submit}
              </Button>
              <Button type="button" onClick={onClose}>
                {t('cancel')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
