import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components'
import { FlashRegular } from '@fluentui/react-icons'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBar } from '../ui/error-text'
import { useReturnFocus } from '../ui/use-return-focus'
import { createFlow } from './flow-actions'
import styles from './flows-dialogs.module.css'

/** Asks for the name of a new flow; its trigger is the one that leads come through. */
export function NewFlowDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('flows')
  const { t: tCommon } = useTranslation('common')
  const [name, setName] = useState('')
  const [wasEmpty, setWasEmpty] = useState(false)
  const [error, setError] = useState<AppErrorData | null>(null)
  useReturnFocus()
  const create = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setWasEmpty(true)
    try {
      await createFlow(name)
      onClose()
    } catch (failure) {
      setError(toErrorData(failure))
    }
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.narrow}>
        <form onSubmit={(event) => void create(event)}>
          <DialogBody>
            <DialogTitle>{t('new.title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <Field
                label={t('new.name')}
                {...(wasEmpty ? { validationState: 'error', validationMessage: t('new.nameMissing') } : {})}
              >
                <Input
                  value={name}
                  maxLength={200}
                  placeholder={t('new.placeholder')}
                  onChange={(_, data) => {
                    setName(data.value)
                    setWasEmpty(false)
                  }}
                />
              </Field>
              <div className={styles.trigger}>
                <FlashRegular className={styles.triggerIcon ?? ''} aria-hidden />
                <span>
                  <strong>{t('trigger.title')}</strong>
                  <br />
                  <span className={styles.quiet}>{t('new.triggerHelp')}</span>
                </span>
              </div>
              {error ? <ErrorBar error={error} /> : null}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary">
                {t('new.create')}
              </Button>
              <Button onClick={onClose}>{tCommon('cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
