import { Button } from '@fluentui/react-components'
import { OpenRegular, PlugConnectedRegular } from '@fluentui/react-icons'
import type { ConnectionSettings } from '@shared/connection/connection'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { followConnections, useConnections } from '../../state/connections-store'
import { useFlowTools } from '../../state/flow-tools-store'
import { Choice } from './choice'
import styles from './step-form.module.css'

type ConnectionChoiceProps = {
  readonly kind: ConnectionSettings['kind']
  /** null: rehearsed. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** Whether a step is rehearsed or reaches a real system, and which. */
export function ConnectionChoice({ kind, value, onChange }: ConnectionChoiceProps) {
  const { t } = useTranslation('flowActions')
  const connections = useConnections((state) => state.connections)
  const open = useFlowTools((state) => state.open)
  useEffect(followConnections, [])
  const place = kind === 'smtp' ? 'outbox' : 'crm-records'
  const fitting = (connections ?? []).filter(({ settings }) => settings.kind === kind)
  const isGone = value !== null && connections !== null && !fitting.some(({ id }) => id === value)
  return (
    <div className={styles.field}>
      <Choice
        label={t('connection.label')}
        value={value ?? ''}
        options={[
          { value: '', label: t(`connection.rehearsal.${place}`) },
          ...fitting.map(({ id, name }) => ({ value: id, label: name })),
          ...(isGone ? [{ value, label: t('connection.gone') }] : []),
        ]}
        onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      />
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="subtle"
          icon={<PlugConnectedRegular />}
          onClick={() => open({ kind: 'connections', connectionKind: kind })}
        >
          {t('connection.manage')}
        </Button>
        {value === null ? (
          <Button size="small" appearance="subtle" icon={<OpenRegular />} onClick={() => open({ kind: place })}>
            {t(`connection.show.${place}`)}
          </Button>
        ) : null}
      </div>
      {isGone ? <span className={styles.warning}>{t('connection.goneHint')}</span> : null}
    </div>
  )
}
