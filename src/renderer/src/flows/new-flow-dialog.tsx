import { Field, Input } from '@fluentui/react-components'
import { FlashRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../composer/save/form-dialog'
import { useDeed } from '../composer/save/use-deed'
import { createFlow } from './flow-actions'
import styles from './flows-dialogs.module.css'

/** Asks for the name of a new flow; its trigger is the one that leads come through. */
export function NewFlowDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('flows')
  const [name, setName] = useState('')
  const [wasEmpty, setWasEmpty] = useState(false)
  const deed = useDeed()
  const submit = () => {
    if (name.trim() === '') return setWasEmpty(true)
    void deed.run(async () => {
      await createFlow(name)
      onClose()
    })
  }
  return (
    <FormDialog
      title={t('new.title')}
      submit={t('new.create')}
      isBusy={deed.isBusy}
      error={deed.error}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
  )
}
