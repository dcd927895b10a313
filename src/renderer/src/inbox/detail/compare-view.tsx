import { Button, Spinner } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useInbox } from '../../state/inbox-store'
import { ErrorBar } from '../../ui/error-text'
import { LeadTime } from '../../ui/lead-time'
import { PaneHint } from '../../ui/pane-hint'
import { VerdictBadge } from '../../ui/verdict-badge'
import { VisibleText } from '../../ui/visible-text'
import { leadName } from '../list/lead-name'
import { type BodyReading, readBody } from './body-json'
import { compareFields } from './compare-fields'
import styles from './compare-view.module.css'
import { ComparedLines, ComparedValues } from './compared-parts'
import { formatJson } from './format-json'
import { diffLines } from './line-diff'
import { type DetailState, useLeadDetail } from './use-lead-detail'

/** More characters than this are not compared line by line. */
const comparedLength = 200_000

/** Two leads side by side: their fields with the differences marked, and their bodies line by line. */
export function CompareView({ left, right }: { readonly left: number; readonly right: number }) {
  const { t } = useTranslation('detail')
  const one = useLeadDetail(left).detail
  const other = useLeadDetail(right).detail
  if (one.state === 'ready' && other.state === 'ready') return <Comparison left={one.detail} right={other.detail} />
  const failed = [one, other].find(
    (state): state is Extract<DetailState, { state: 'failed' }> => state.state === 'failed',
  )
  if (failed) return <ErrorBar error={failed.error} />
  if (one.state === 'gone' || other.state === 'gone') {
    return <PaneHint title={t('gone.title')} text={t('compare.gone')} />
  }
  return (one.state === 'loading' && one.slow) || (other.state === 'loading' && other.slow) ? (
    <Spinner size="small" label={t('loading')} />
  ) : null
}

type Pair = { readonly left: LeadDetail; readonly right: LeadDetail }

function Comparison({ left, right }: Pair) {
  const { t } = useTranslation('detail')
  const { focusedId, focus } = useInbox()
  const bodies = useMemo(() => [readBody(left), readBody(right)] as const, [left, right])
  const fields = compareFields(leadOf(bodies[0]), leadOf(bodies[1]))
  const lines = useMemo(() => {
    const texts = [textOf(left, bodies[0]), textOf(right, bodies[1])] as const
    return texts[0].length + texts[1].length > comparedLength ? null : diffLines(...texts)
  }, [left, right, bodies])
  const differing = fields.filter(({ differs }) => differs).length
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        <div>
          <h2>{t('compare.title')}</h2>
          <p>{differing === 0 ? t('compare.sameFields') : t('compare.differing', { count: differing })}</p>
        </div>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          onClick={() => focus(focusedId ?? left.summary.id)}
        >
          {t('compare.close')}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.body} tabIndex={0} aria-label={t('compare.title')}>
        <div className={styles.columns}>
          <span />
          <LeadHead detail={left} />
          <LeadHead detail={right} />
        </div>
        <ComparedValues fields={fields} />
        <h3>{t('compare.json')}</h3>
        {lines ? <ComparedLines lines={lines} /> : <p className={styles.quiet}>{t('compare.tooLarge')}</p>}
      </section>
    </div>
  )
}

function LeadHead({ detail: { summary } }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation('detail')
  const name = leadName(summary)
  return (
    <div className={styles.lead}>
      <strong>{name === '' ? t('header.noName') : <VisibleText text={name} light maxLength={80} />}</strong>
      <span className={styles.quiet}>
        <LeadTime at={summary.receivedAt} withDate />
      </span>
      <VerdictBadge verdict={summary.verdict} />
    </div>
  )
}

function leadOf(body: BodyReading) {
  return body.kind === 'json' ? body.lead : null
}

function textOf({ bodyText }: LeadDetail, body: BodyReading): string {
  const text = (bodyText ?? '').replace(/\r\n?/g, '\n')
  return body.kind === 'json' ? formatJson(text) : text
}
