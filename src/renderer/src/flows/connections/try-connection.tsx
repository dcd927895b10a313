import { Button, Field, Input, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components'
import { PlugConnectedRegular, SendRegular } from '@fluentui/react-icons'
import type { Connection } from '@shared/connection/connection'
import type { ConnectionTrial } from '@shared/contract/run-commands'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeed } from '../../composer/save/use-deed'
import { callEngine } from '../../state/bridge'
import { ErrorBar } from '../../ui/error-text'
import { StepErrorBar } from '../runs/step-error'
import styles from './connections.module.css'

type TryConnectionProps = {
  readonly connection: Connection
  readonly isUnsaved: boolean
  /** Rejects with an `AppError`: what could not be saved is not tried. */
  readonly onSave: () => Promise<void>
}

/** *Try it*: signs in, for SMTP with a mail that is sent; what fails is explained. Unsaved changes are saved first. */
export function TryConnection({ connection, isUnsaved, onSave }: TryConnectionProps) {
  const { t } = useTranslation('connections')
  const isMail = connection.settings.kind === 'smtp'
  const [to, setTo] = useState(connection.settings.kind === 'smtp' ? connection.settings.from : '')
  const [trial, setTrial] = useState<ConnectionTrial | null>(null)
  const deed = useDeed()
  const outcome = useRef<HTMLDivElement>(null)
  // It stands below the form, which may be longer than the dialog.
  useEffect(() => {
    if (trial) outcome.current?.scrollIntoView({ block: 'nearest' })
  }, [trial])
  const tryIt = () => {
    setTrial(null)
    return deed.run(async () => {
      if (isUnsaved) await onSave()
      setTrial(await callEngine('connection.try', { id: connection.id, to: to.trim() }))
    })
  }
  return (
    <section className={styles.trial} aria-label={t('trial.title')}>
      <h3>{t('trial.title')}</h3>
      {isMail ? (
        <Field label={t('trial.to')}>
          <Input maxLength={500} value={to} onChange={(_, { value }) => setTo(value)} />
        </Field>
      ) : (
        <span className={styles.quiet}>{t(`trial.hint`)}</span>
      )}
      <div className={styles.buttons}>
        <Button
          icon={isMail ? <SendRegular /> : <PlugConnectedRegular />}
          disabledFocusable={deed.isBusy || (isMail && to.trim() === '')}
          onClick={() => void tryIt()}
        >
          {t(isMail ? 'trial.send' : 'trial.try')}
        </Button>
        {deed.isBusy ? <Spinner size="tiny" label={t('trial.running')} /> : null}
      </div>
      <div ref={outcome} role="status">
        {trial?.ok === true ? (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t(isMail ? 'trial.sent' : 'trial.reached')}</MessageBarTitle>
              {t(isMail ? 'trial.sentText' : 'trial.reachedText', { to })}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        {trial?.ok === false ? <StepErrorBar error={trial} /> : null}
      </div>
      {deed.error ? <ErrorBar error={deed.error} /> : null}
    </section>
  )
}
