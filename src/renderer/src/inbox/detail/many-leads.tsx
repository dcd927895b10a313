import { Button } from '@fluentui/react-components'
import {
  ArrowExportRegular,
  ColumnDoubleCompareRegular,
  DeleteRegular,
  MailReadRegular,
  PinRegular,
  SendRegular,
} from '@fluentui/react-icons'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HintActions, PaneHint } from '../../ui/pane-hint'
import { ExportDialog } from '../list/export-dialog'
import { openResend } from '../list/resend-store'
import { useChosenActions } from '../list/use-chosen-actions'

/** Several leads are chosen: how many, and what can be done with them together. */
export function ManyLeads() {
  const { t } = useTranslation(['detail', 'inbox'])
  const [isExporting, setIsExporting] = useState(false)
  const actions = useChosenActions(useCallback(() => setIsExporting(true), []))
  return (
    <>
      <PaneHint
        title={t('detail:many.title', { count: actions.count })}
        text={actions.canCompare ? t('detail:many.compareHint') : t('detail:many.hint')}
      >
        <HintActions>
          {actions.canCompare ? (
            <Button appearance="primary" icon={<ColumnDoubleCompareRegular />} onClick={actions.compare}>
              {t('inbox:list.act.compare')}
            </Button>
          ) : null}
          <Button icon={<PinRegular />} onClick={() => actions.setPinned(true)}>
            {t('inbox:list.act.pin')}
          </Button>
          <Button icon={<MailReadRegular />} onClick={() => actions.setUnread(false)}>
            {t('inbox:list.act.markRead')}
          </Button>
          <Button icon={<ArrowExportRegular />} onClick={actions.export}>
            {t('inbox:list.act.export')}
          </Button>
          <Button icon={<SendRegular />} onClick={openResend}>
            {t('inbox:list.act.resend')}
          </Button>
          <Button icon={<DeleteRegular />} onClick={actions.delete}>
            {t('inbox:list.act.delete')}
          </Button>
          <Button appearance="subtle" onClick={actions.selectNone}>
            {t('inbox:list.act.selectNone')}
          </Button>
        </HintActions>
      </PaneHint>
      <ExportDialog open={isExporting} onClose={() => setIsExporting(false)} />
    </>
  )
}
