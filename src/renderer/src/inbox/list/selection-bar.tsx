import { Button, Tooltip } from '@fluentui/react-components'
import {
  ArrowExportRegular,
  ColumnDoubleCompareRegular,
  DeleteRegular,
  DismissRegular,
  MailReadRegular,
  MailUnreadRegular,
  PinOffRegular,
  PinRegular,
  SendRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './lead-list.module.css'
import { openResend } from './resend-store'
import type { ChosenActions } from './use-chosen-actions'

/** What can be done with several chosen leads; in the place of the count, so that the rows stay where they are. */
export function SelectionBar({ actions }: { readonly actions: ChosenActions }) {
  const { t } = useTranslation('inbox')
  return (
    <div className={styles.selectionBar} role="toolbar" aria-label={t('list.selected', { count: actions.count })}>
      <span className={styles.selectedCount}>{t('list.selected', { count: actions.count })}</span>
      <Act label={t('list.act.pin')} icon={<PinRegular />} run={() => actions.setPinned(true)} />
      <Act label={t('list.act.unpin')} icon={<PinOffRegular />} run={() => actions.setPinned(false)} />
      <Act label={t('list.act.markRead')} icon={<MailReadRegular />} run={() => actions.setUnread(false)} />
      <Act label={t('list.act.markUnread')} icon={<MailUnreadRegular />} run={() => actions.setUnread(true)} />
      <Act label={t('list.act.export')} icon={<ArrowExportRegular />} run={actions.export} />
      <Act label={t('list.act.resend')} icon={<SendRegular />} run={openResend} />
      {actions.canCompare ? (
        <Act label={t('list.act.compare')} icon={<ColumnDoubleCompareRegular />} run={actions.compare} />
      ) : null}
      <Act label={t('list.act.delete')} icon={<DeleteRegular />} run={actions.delete} />
      <span className={styles.push} />
      <Act label={t('list.act.selectNone')} icon={<DismissRegular />} run={actions.selectNone} />
    </div>
  )
}

type ActProps = { readonly label: string; readonly icon: ReactElement; readonly run: () => void }

function Act({ label, icon, run }: ActProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button size="small" appearance="subtle" icon={icon} onClick={run} />
    </Tooltip>
  )
}
