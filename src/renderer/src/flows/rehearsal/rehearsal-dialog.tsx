import { Button } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { showErrorToast } from '../../state/toast-store'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ToolDialog } from '../../ui/tool-dialog'
import { CrmRecords } from './crm-records'
import { Outbox } from './outbox'

type RehearsalDialogProps = { readonly what: 'crm-records' | 'outbox'; readonly onClose: () => void }

/** What rehearsed steps made: records as a CRM lists them, or mails as an outbox does. */
export function RehearsalDialog({ what, onClose }: RehearsalDialogProps) {
  const { t } = useTranslation('rehearsal')
  const [isClearing, setClearing] = useState(false)
  const [isEmpty, setEmpty] = useState(true)
  const clear = () => {
    callEngine('rehearsal.clear', { what }).catch((error: unknown) => showErrorToast(t('notCleared'), error))
  }
  return (
    <ToolDialog
      title={t(`title.${what}`)}
      onClose={onClose}
      actions={
        isEmpty ? null : (
          <Button icon={<DeleteRegular />} onClick={() => setClearing(true)}>
            {t('clear')}
          </Button>
        )
      }
    >
      {what === 'outbox' ? <Outbox onEmpty={setEmpty} /> : <CrmRecords onEmpty={setEmpty} />}
      {isClearing ? (
        <ConfirmDialog
          title={t(`clearTitle.${what}`)}
          consequence={t('clearConsequence')}
          confirm={t('clear')}
          onConfirm={clear}
          onClose={() => setClearing(false)}
        />
      ) : null}
    </ToolDialog>
  )
}
