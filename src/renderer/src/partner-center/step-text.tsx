import type { Explained } from '@shared/answer/explanation'
import { assertNever } from '@shared/assert-never'
import type { StepDetail, ValidationStep } from '@shared/partner-center/validation'
import { useTranslation } from 'react-i18next'
import { VerdictBadge } from '../ui/verdict-badge'
import { VisibleText } from '../ui/visible-text'
import { ShowLead } from './show-lead'
import styles from './validation.module.css'

type StepTextProps = { readonly state: ValidationStep['state']; readonly detail: StepDetail }

/** What is known of a step that has ended. */
export function StepText({ state, detail }: StepTextProps) {
  const { t } = useTranslation(['partner', 'doctor'])
  switch (detail.kind) {
    case 'address':
      return (
        <>
          {detail.remark ? <p>{t(`partner:address.${detail.remark.code}`, detail.remark.params)}</p> : null}
          {detail.findings.map(({ code, params }) => (
            <p key={code}>
              {t(`doctor:finding.${code}.what`, params)}. {t(`doctor:finding.${code}.why`, params)}
              <br />
              <b>{t('partner:validate.todo')}</b> {t(`doctor:finding.${code}.todo`, params)}
            </p>
          ))}
          {state === 'passed' && !detail.findings.length ? <p>{t('partner:detail.addressFine')}</p> : null}
        </>
      )
    case 'reached':
      return (
        <p>
          <VisibleText
            text={t(detail.encrypted ? 'partner:detail.reachedSecurely' : 'partner:detail.reached', {
              host: detail.host,
            })}
            light
          />
        </p>
      )
    case 'answered':
      return (
        <>
          <p>
            <code>
              <VisibleText text={`${detail.status} ${detail.reason}`.trim()} light />
            </code>
          </p>
          <ExplainedText explained={detail.explained} isWhole={state !== 'passed'} />
        </>
      )
    case 'failed':
      return <ExplainedText explained={detail.explained} isWhole />
    case 'arrived':
      return (
        <p className={styles.arrived}>
          <span>
            <VisibleText text={t(`partner:detail.arrival.${detail.outcome}`, { flow: detail.flow })} light />
          </span>
          <VerdictBadge verdict={detail.verdict} />
          <ShowLead leadId={detail.leadId} label={t('partner:validate.showLead')} />
        </p>
      )
    case 'not-arrived':
      return (
        <>
          <p>
            <VisibleText text={t('partner:detail.not-arrived.why', { flow: detail.flow })} light />
          </p>
          <p>
            <b>{t('partner:validate.todo')}</b> {t('partner:detail.not-arrived.todo')}
          </p>
        </>
      )
    case 'foreign':
      return <p>{t('partner:detail.foreign')}</p>
    default:
      return assertNever(detail)
  }
}

/** An outcome in the words of the composer: what happened, and when it is not well also why and what to do. */
function ExplainedText({ explained, isWhole }: { readonly explained: Explained; readonly isWhole: boolean }) {
  const { t } = useTranslation(['explain', 'partner'])
  const { code, params } = explained
  return (
    <>
      <p>
        <VisibleText text={t(`explain:${code}.what`, params)} light />
      </p>
      {isWhole ? (
        <>
          <p>
            <VisibleText text={t(`explain:${code}.why`, params)} light />
          </p>
          <p>
            <b>{t('partner:validate.todo')}</b> <VisibleText text={t(`explain:${code}.todo`, params)} light />
          </p>
        </>
      ) : null}
    </>
  )
}
