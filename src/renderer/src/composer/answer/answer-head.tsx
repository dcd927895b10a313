import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip, tokens } from '@fluentui/react-components'
import {
  BookmarkAddRegular,
  ColumnDoubleCompareRegular,
  MoreHorizontalRegular,
  SaveRegular,
} from '@fluentui/react-icons'
import { explainOutcome } from '@shared/answer/explain'
import type { HistoryEntry } from '@shared/history/history'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../inbox/detail/duration'
import { formatBytes } from '../../ui/byte-size'
import { VisibleText } from '../../ui/visible-text'
import { CompareWithDialog } from '../history/compare-with-dialog'
import styles from './answer-head.module.css'
import { IntentIcon } from './intent-icon'
import { saveAnswerBody } from './save-answer-body'
import { SaveExampleDialog } from './save-example-dialog'

type AnswerHeadProps = {
  readonly entry: HistoryEntry
  readonly requestId: string | null
  readonly announce: boolean
}

/** The answer in one line (status, time, size), and what can be done with it. */
export function AnswerHead({ entry, requestId, announce }: AnswerHeadProps) {
  const { t } = useTranslation('answer')
  const [dialog, setDialog] = useState<'example' | 'compare' | null>(null)
  const { intent } = explainOutcome(entry.outcome, entry.sent)
  const answer = entry.outcome.kind === 'answered' ? entry.outcome.answer : null
  return (
    <header className={styles.head}>
      <p className={styles.line} role={announce ? 'status' : undefined}>
        <IntentIcon intent={intent} />
        <span className="visually-hidden">{t(`intent.${intent}`)}</span>
        <strong>
          <OutcomeWords entry={entry} />
        </strong>
        <span className={styles.fact}>{formatDuration(entry.timing.total)}</span>
        {answer ? (
          <Tooltip
            relationship="description"
            content={t('size', { body: formatBytes(answer.bodySize), wire: formatBytes(answer.wireSize) })}
          >
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its tooltip says what came over the wire */}
            <span className={styles.fact} tabIndex={0}>
              {formatBytes(answer.bodySize)}
            </span>
          </Tooltip>
        ) : null}
        {answer && answer.redirects.length > 0 ? (
          <span className={styles.fact}>{t('redirected', { count: answer.redirects.length })}</span>
        ) : null}
      </p>
      <Menu>
        <MenuTrigger>
          <Tooltip content={t('act.more')} relationship="label">
            <Button appearance="subtle" size="small" icon={<MoreHorizontalRegular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover style={{ maxWidth: 360, zIndex: tokens.zIndexPopup }}>
          <MenuList>
            <MenuItem
              icon={<BookmarkAddRegular />}
              disabled={answer === null || requestId === null}
              {...(answer !== null && requestId === null ? { subText: t('act.saveRequestFirst') } : {})}
              onClick={() => setDialog('example')}
            >
              {t('act.saveExample')}
            </MenuItem>
            <MenuItem
              icon={<SaveRegular />}
              disabled={answer === null || answer.bodySize === 0}
              onClick={() => void saveAnswerBody(entry)}
            >
              {t('act.saveBody')}
            </MenuItem>
            <MenuItem icon={<ColumnDoubleCompareRegular />} onClick={() => setDialog('compare')}>
              {t('act.compare')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog === 'example' && requestId !== null && answer ? (
        <SaveExampleDialog entry={entry} answer={answer} requestId={requestId} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'compare' ? <CompareWithDialog entry={entry} onClose={() => setDialog(null)} /> : null}
    </header>
  )
}

/** `202 Accepted`, or why nothing was answered. */
export function OutcomeWords({ entry: { outcome } }: { readonly entry: Pick<HistoryEntry, 'outcome'> }) {
  const { t } = useTranslation('answer')
  if (outcome.kind === 'failed') return t('noAnswer', { why: t(`failure.${outcome.failure.kind}`) })
  return <VisibleText text={`${outcome.answer.status} ${outcome.answer.reason}`.trim()} light maxLength={80} />
}
