import { Button } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons'
import type { RunStep } from '@shared/run/run'
import { useTranslation } from 'react-i18next'
import { useFlowTools } from '../../state/flow-tools-store'
import styles from './run-step.module.css'

/** Where a rehearsed step has put what it made, in place of the outputs that a real system would give. */
export function RehearsedOutput({ step }: { readonly step: RunStep }) {
  const { t } = useTranslation(['flowRuns', 'flowActions'])
  const open = useFlowTools((state) => state.open)
  const place = rehearsalPlace(step)
  if (place === null) return null
  return (
    <section className={styles.values}>
      <h4>{t('flowRuns:outputs')}</h4>
      <p className={styles.rehearsed}>
        <span>{t(`flowRuns:rehearsed.${place}`)}</span>
        <Button size="small" icon={<OpenRegular />} onClick={() => open({ kind: place })}>
          {t(`flowActions:connection.show.${place}`)}
        </Button>
      </p>
    </section>
  )
}

/** Pure: a real mail server or CRM always leaves an answer among the outputs; only a rehearsal succeeds without one. */
export function rehearsalPlace({ type, state, outputs }: RunStep): 'outbox' | 'crm-records' | null {
  if (state.state !== 'Succeeded' || outputs.length > 0) return null
  if (type === 'send-email') return 'outbox'
  return type === 'create-record' ? 'crm-records' : null
}
