// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its row by aria-activedescendant
// biome-ignore-all lint/a11y/useSemanticElements: a grid of rows placed by hand cannot be a <table>: rows exist only while they are on the screen
import type { LeadSummary } from '@shared/lead/lead-summary'
import { VerdictBadge } from '../../ui/verdict-badge'
import { CellText } from './cell-text'
import { LeadBadges, LeadMarks } from './lead-marks'
import styles from './lead-row.module.css'
import { LeadTitle } from './lead-title'
import { RowTime } from './row-time'

/** A lead on two lines, for windows under 1000 px: name and time, then what else is known and the verdict. */
export function LeadLines({ lead, words }: { readonly lead: LeadSummary; readonly words: readonly string[] }) {
  const values = [lead.company, lead.offerTitle, lead.source, lead.actionCode].filter((value) => value.trim() !== '')
  return (
    <>
      <span role="gridcell" className={styles.marksCell}>
        <LeadMarks lead={lead} />
      </span>
      <span role="gridcell" className={styles.lines}>
        <span className={styles.line}>
          <LeadTitle lead={lead} words={words} />
          <LeadBadges lead={lead} inFull={false} />
          <span className={styles.push} />
          <RowTime at={lead.receivedAt} />
        </span>
        <span className={styles.line}>
          <span className={`${styles.value} ${styles.quiet}`}>
            {values.length === 0 ? '—' : null}
            {values.map((value, at) => (
              // Two of the values can be the same text, and their order never changes.
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
              <span key={at}>
                {at > 0 ? ' · ' : ''}
                <CellText text={value} words={words} />
              </span>
            ))}
          </span>
          <span className={styles.push} />
          <span className={styles.verdict}>
            <VerdictBadge verdict={lead.verdict} short />
          </span>
        </span>
      </span>
    </>
  )
}
