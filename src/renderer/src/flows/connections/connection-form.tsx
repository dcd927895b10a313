import { Button, Field, Input } from '@fluentui/react-components'
import { DeleteRegular, SaveRegular } from '@fluentui/react-icons'
import type { Connection } from '@shared/connection/connection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeed } from '../../composer/save/use-deed'
import { callEngine } from '../../state/bridge'
import {
  type ConnectionDraft,
  discardConnectionDraft,
  draftOf,
  editConnection,
  isUnsavedDraft,
  saveConnectionDraft,
  useConnectionDrafts,
} from '../../state/connection-drafts-store'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ErrorBar } from '../../ui/error-text'
import { ConnectionFields } from './connection-fields'
import styles from './connections.module.css'
import { secretOf } from './new-connection'
import { TryConnection } from './try-connection'

type ConnectionFormProps = { readonly connection: Connection; readonly onDeleted: () => void }

/** A connection as a form: saved by its button, tried as it is saved. A kept secret is never shown again. */
export function ConnectionForm({ connection, onDeleted }: ConnectionFormProps) {
  const { t } = useTranslation(['connections', 'common'])
  const draft = useConnectionDrafts(({ drafts }) => drafts[connection.id])
  const { name, settings, secret } = draftOf(connection, draft)
  const edit = (change: Partial<ConnectionDraft>) => editConnection(connection, change)
  const [isDeleting, setDeleting] = useState(false)
  const deed = useDeed()
  const secretName = secretOf(connection.settings.kind)
  const isUnsaved = isUnsavedDraft(connection, draft)
  const save = () => saveConnectionDraft(connection)
  const remove = () =>
    deed.run(async () => {
      await callEngine('connection.delete', { id: connection.id })
      discardConnectionDraft(connection.id)
      onDeleted()
    })
  return (
    <div className={styles.form}>
      <Field label={t('connections:name')}>
        <Input maxLength={100} value={name} onChange={(_, { value }) => edit({ name: value })} />
      </Field>
      <ConnectionFields settings={settings} onChange={(changed) => edit({ settings: changed })} />
      {secretName === null ? null : (
        <Field label={t(`connections:secret.${secretName}`)} hint={t('connections:secretHint')}>
          <Input
            type="password"
            autoComplete="off"
            maxLength={10_000}
            placeholder={connection.hasSecret ? t('connections:secretKept') : ''}
            value={secret}
            onChange={(_, { value }) => edit({ secret: value })}
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
