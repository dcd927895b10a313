import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { ConnectionSettings } from '@shared/connection/connection'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeed } from '../../composer/save/use-deed'
import { callEngine } from '../../state/bridge'
import { isUnsavedDraft, useConnectionDrafts } from '../../state/connection-drafts-store'
import { followConnections, readConnections, takeConnection, useConnections } from '../../state/connections-store'
import { ErrorBar } from '../../ui/error-text'
import { ToolDialog } from '../../ui/tool-dialog'
import { VisibleText } from '../../ui/visible-text'
import { ConnectionForm } from './connection-form'
import styles from './connections.module.css'
import { connectionKinds, newConnectionSettings } from './new-connection'
import { UnsavedDialog } from './unsaved-dialog'

type ConnectionsDialogProps = {
  /** Begins with a connection of this kind, where there is one. */
  readonly kind: ConnectionSettings['kind'] | null
  readonly onClose: () => void
}

/** The real systems that flows can reach: made, changed and tried here. */
export function ConnectionsDialog({ kind, onClose }: ConnectionsDialogProps) {
  const { t } = useTranslation('connections')
  const { connections, error } = useConnections()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const drafts = useConnectionDrafts((state) => state.drafts)
  const [isAsking, setAsking] = useState(false)
  const deed = useDeed()
  useEffect(followConnections, [])
  const known = connections ?? []
  const unsaved = known.filter((connection) => isUnsavedDraft(connection, drafts[connection.id]))
  const close = () => (unsaved.length > 0 ? setAsking(true) : onClose())
  const chosen =
    known.find(({ id }) => id === chosenId) ??
    known.find(({ settings }) => kind === null || settings.kind === kind) ??
    (kind === null ? known[0] : undefined)
  const create = (newKind: ConnectionSettings['kind']) =>
    deed.run(async () => {
      const names = new Set(known.map(({ name }) => name))
      const base = t(`kind.${newKind}`)
      let name: string = base
      for (let number = 2; names.has(name); number++) name = `${base} ${number}`
      const connection = await callEngine('connection.create', {
        name,
        settings: newConnectionSettings(newKind),
        secret: null,
      })
      takeConnection(connection)
      setChosenId(connection.id)
    })
  return (
    <ToolDialog title={t('title')} onClose={close}>
      <p className={styles.intro}>{t('intro')}</p>
      {error ? (
        <ErrorBar error={error}>
          <Button size="small" onClick={() => void readConnections()}>
            {t('retry')}
          </Button>
        </ErrorBar>
      ) : null}
      {deed.error ? <ErrorBar error={deed.error} /> : null}
      <div className={styles.columns}>
        <div className={styles.side}>
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button size="small" icon={<AddRegular />} disabled={deed.isBusy}>
                {t('new')}
              </Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {connectionKinds.map((newKind) => (
                  <MenuItem key={newKind} subText={t(`kindHint.${newKind}`)} onClick={() => void create(newKind)}>
                    {t(`kind.${newKind}`)}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
          <ul className={styles.list} aria-label={t('title')}>
            {known.map(({ id, name, settings }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.item}
                  aria-current={id === chosen?.id}
                  onClick={() => setChosenId(id)}
                >
                  <VisibleText text={name} light maxLength={120} />
                  {name === t(`kind.${settings.kind}`) ? null : (
                    <span className={styles.kind}>{t(`kind.${settings.kind}`)}</span>
                  )}
                  {unsaved.some((other) => other.id === id) ? (
                    <span className={styles.unsaved}>{t('unsaved')}</span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </div>
        {chosen ? (
          <ConnectionForm key={chosen.id} connection={chosen} onDeleted={() => setChosenId(null)} />
        ) : (
          <p className={styles.empty}>{t(known.length === 0 ? 'empty' : 'choose')}</p>
        )}
      </div>
      {isAsking ? <UnsavedDialog unsaved={unsaved} onDone={onClose} onKeep={() => setAsking(false)} /> : null}
    </ToolDialog>
  )
}
