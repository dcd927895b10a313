import { Button } from '@fluentui/react-components'
import { CheckmarkCircle20Regular } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import type { Finding } from '@shared/lead/finding'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../../state/engine-store'
import { VisibleText } from '../../ui/visible-text'
import type { BodyReading } from './body-json'
import { useDetail } from './detail-store'
import { SeverityIcon } from './finding-line'
import { useFindingTexts } from './use-finding-texts'
import styles from './validation-tab.module.css'

const order = ['error', 'warning', 'info'] as const

type ValidationTabProps = { readonly detail: LeadDetail; readonly body: BodyReading }

/** Everything that was found in the lead, the gravest first, each with its place in the body. */
export function ValidationTab({ detail, body }: ValidationTabProps) {
  const { t } = useTranslation('detail')
  const flow = useEngine(({ hydration }) => hydration?.flows.find(({ id }) => id === detail.summary.flowId))
  const sorted = order.flatMap((severity) => detail.findings.filter((finding) => finding.severity === severity))
  return (
    <div className={styles.tab}>
      <p className={styles.against}>{againstText(t, flow)}</p>
      {sorted.length === 0 ? (
        <p className={styles.clean}>
          <CheckmarkCircle20Regular aria-hidden />
          {detail.summary.verdict === 'unmatched' ? t('validation.notChecked') : t('validation.clean')}
        </p>
      ) : (
        <ul className={styles.list}>
          {sorted.map((finding) => (
            <FindingItem
              key={`${finding.code} ${finding.pointer} ${finding.message}`}
              finding={finding}
              leadId={detail.summary.id}
              canShow={body.kind === 'json' || finding.code === 'json-error'}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

type FindingItemProps = { readonly finding: Finding; readonly leadId: number; readonly canShow: boolean }

function FindingItem({ finding, leadId, canShow }: FindingItemProps) {
  const { t } = useTranslation('detail')
  const showInJson = useDetail((state) => state.showInJson)
  const { what, effect } = useFindingTexts(finding)
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <SeverityIcon severity={finding.severity} withWord />
        {finding.pointer === '' ? null : (
          <code className={styles.pointer}>
            <VisibleText text={finding.pointer} light maxLength={300} />
          </code>
        )}
        <span className={styles.push} />
        {canShow ? (
          <Button size="small" appearance="subtle" onClick={() => showInJson(leadId, finding.pointer)}>
            {t('validation.show')}
          </Button>
        ) : null}
      </div>
      <div>
        <VisibleText text={what} light maxLength={1000} />
      </div>
      {finding.message ? (
        <div className={styles.message}>
          <span className={styles.quiet}>{t('validation.triggerSays')}</span>{' '}
          <code>
            <VisibleText text={finding.message} light maxLength={1000} />
          </code>
        </div>
      ) : null}
      <div className={styles.quiet}>
        <VisibleText text={effect} light maxLength={1000} />
      </div>
    </li>
  )
}

function againstText(t: ReturnType<typeof useTranslation<'detail'>>['t'], flow: Flow | undefined): string {
  if (!flow) return t('validation.noFlow')
  if (flow.schemaText.trim() === '') return t('validation.noSchema', { flow: flow.name })
  return t(flow.schemaValidation ? 'validation.switchOn' : 'validation.switchOff', { flow: flow.name })
}
