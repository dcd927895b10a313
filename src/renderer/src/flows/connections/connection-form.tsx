import { Button, Field, Input } from '@fluentui/react-components'
import { DeleteRegular, SaveRegular } from '@fluentui/react-icons'
import type { Connection } from '@shared/connection/connection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeed } from '../../composer/save/use-deed'
import { callEngine } from '../../state/bridge'
import { takeConnection } from '../../state/connections-store'
import { structurallyEqual } from '../../state/structurally-equal'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ErrorBar } from '../../ui/error-text'
import { ConnectionFields } from './connection-fields'
import styles from './connections.module.css'
import { secretOf } from './new-connection'
import { TryConnection } from './try-connection'

type ConnectionFormProps = { readonly connection: Connection; readonly onDeleted: () => void }

/** A connection as a form: saved by its button, tried as it is saved. Its secret is never shown again. */
export function ConnectionForm({ connection, onDeleted }: ConnectionFormProps) {
  const { t } = useTranslation(['connections', 'common'])
  const [name, setName] = useState(connection.name)
  const [settings, setSettings] = useState(connection.settings)
  const [secret, setSecret] = useState('')
  const [isDeleting, setDeleting] = useState(false)
  const deed = useDeed()
  const secretName = secretOf(connection.settings.kind)
  const isUnsaved = name !== connection.name || secret !== '' || !structurallyEqual(settings, connection.settings)
  /** Rejects with an `AppError`. */
  const save = async () => {
    const saved = await callEngine('connection.change', {
      id: connection.id,
      name,
      settings,
      secret: secret === '' ? null : secret,
    })
    takeConnection(saved)
    // What was typed meanwhile stays; the rest is shown as it is kept, without blanks around it.
    setName((now) => (now === name ? saved.name : now))
    setSettings((now) => (now === settings ? saved.settings : now))
    setSecret((now) => (now === secret ? '' : now))
  }
  const remove = () =>
    deed.run(async () => {
      await callEngine('connection.delete', { id: connection.id })
      onDeleted()
    })
  return (
    <div className={styles.form}>
      <Field label={t('connections:name')}>
        <Input maxLength={100} value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <ConnectionFields settings={settings} onChange={setSettings} />
      {secretName === null ? null : (
        <Field label={t(`connections:secret.${secretName}`)} hint={t('connections:secretHint')}>
          <Input
            type="password"
            autoComplete="off"
            maxLength={10_000}
            placeholder={connection.hasSecret ? t('connections:secretKept') : ''}
            value={secret}
            onChange={(_, { value }) => setSecret(value)}
          />
        </Field>
      )}
      {deed.error ? <ErrorBar error={deed.error} /> : null}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={<SaveRegular />}
          disabledFocusable={!isUnsaved || name.trim() === '' || deed.isBusy}
          onClick={() => void deed.run(save)}
        >
          {t('common:save')}
        </Button>
        <span className={styles.quiet} role="status">
          {isUnsaved ? t('connections:unsaved') : ''}
        </span>
        <span className={styles.push} />
        <Button appearance="subtle" icon={<DeleteRegular />} onClick={() => setDeleting(true)}>
          {t('connections:delete')}
        </Button>
      </div>
      <TryConnection connection={connection} isUnsaved={isUnsaved} onSave={save} />
      {isDeleting ? (
        <ConfirmDialog
          title={t('connections:deleteTitle', { name: connection.name })}
          consequence={t('connections:deleteConsequence')}
          confirm={t('connections:delete')}
          onConfirm={() => void remove()}
          onClose={() => setDeleting(false)}
        />
      ) : null}
    </div>
  )
}
