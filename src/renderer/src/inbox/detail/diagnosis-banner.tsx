import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import type { LeadDetail } from '@shared/lead/lead-detail'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { copyFlowUrl } from '../../app-shell/actions'
import { callEngine } from '../../state/bridge'
import { useEngine } from '../../state/engine-store'
import { showErrorToast, showToast } from '../../state/toast-store'
import { useView } from '../../state/view-store'
import { VisibleText } from '../../ui/visible-text'
import styles from './diagnosis-banner.module.css'
import { type Mend, mendedBy, mendOf } from './diagnosis-mend'

/** Why a request was not taken as a lead and what to do, with a button that does it where there is one. */
export function DiagnosisBanner({ detail }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation(['diagnosis', 'detail'])
  const { diagnosis, summary } = detail
  const flow = useEngine(({ hydration }) => flowMeant(hydration?.flows ?? [], summary.flowId))
  if (!diagnosis) return null
  const { code, params } = diagnosis
  const mend = mendOf(code)
  const mended = mendedBy(mend, flow)
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <VisibleText text={t(`${code}.why`, params)} light maxLength={1000} />
        <span className={styles.next}>
          <VisibleText text={t(`${code}.next`, params)} light maxLength={1000} />
        </span>
        {mended ? (
          <span className={styles.mended}>
            <CheckmarkCircle16Filled aria-hidden /> {t(`detail:mended.${mended}`)}
          </span>
        ) : null}
      </MessageBarBody>
      {mend !== null && mended === null ? (
        <MessageBarActions>
          <Button size="small" onClick={() => void applyMend(mend, flow)}>
            {t(`detail:mend.${mend}`)}
          </Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  )
}

/** The flow that the request was meant for: the one it was matched to, else the only one there is. */
function flowMeant(flows: readonly Flow[], flowId: string | null): Flow | null {
  return flows.find(({ id }) => id === flowId) ?? (flows.length === 1 ? (flows[0] ?? null) : null)
}

async function applyMend(mend: Mend, flow: Flow | null): Promise<void> {
  if (mend === 'copy-url') return copyFlowUrl()
  if (mend === 'raise-limit') return useView.getState().show('settings')
  if (!flow) return
  const changes = mend === 'turn-on' ? ({ state: 'started' } as const) : ({ triggeredBy: 'anyone' } as const)
  try {
    await callEngine('flow.change', { id: flow.id, changes })
    showToast({ intent: 'success', title: i18next.t(`detail:mended.${mend}`) })
  } catch (error) {
    showErrorToast(i18next.t('detail:mendFailed'), error)
  }
}
