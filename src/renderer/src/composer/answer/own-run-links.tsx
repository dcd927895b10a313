import { Link } from '@fluentui/react-components'
import type { RunSummary } from '@shared/run/run'
import { useTranslation } from 'react-i18next'
import { showRun } from '../../flows/runs/show-run'
import { jumpToLead } from '../../inbox/list/jump-to-lead'
import { useView } from '../../state/view-store'
import styles from './own-run-links.module.css'

/** From the answer of one of our own flows to its run, and to the lead in the inbox. */
export function OwnRunLinks({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('answer')
  const { leadId } = run
  return (
    <span className={styles.links}>
      <Link as="button" onClick={() => showRun(run)}>
        {t('explained.openRun')}
      </Link>
      {leadId === null ? null : (
        <Link
          as="button"
          onClick={() => {
            useView.getState().show('inbox')
            jumpToLead(leadId)
          }}
        >
          {t('explained.showLead')}
        </Link>
      )}
    </span>
  )
}
