import { Checkbox } from '@fluentui/react-components'
import type { Flow } from '@shared/flow/flow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../composer/save/form-dialog'
import { exportFlow } from './flow-actions'
import styles from './flows-dialogs.module.css'

/** Asks whether the file shall have the secret of the flow's URL in it; without asking it has not. */
export function ExportDialog({ flow, onClose }: { readonly flow: Flow; readonly onClose: () => void }) {
  const { t } = useTranslation('flows')
  const [withSignature, setWithSignature] = useState(false)
  return (
    <FormDialog
      title={t('export.title')}
      submit={t('export.confirm')}
      onSubmit={() => {
        onClose()
        void exportFlow(flow, withSignature)
      }}
      onClose={onClose}
    >
      <span>{t('export.what')}</span>
      <span>
        <Checkbox
          label={t('export.withSignature')}
          checked={withSignature}
          onChange={(_, data) => setWithSignature(data.checked === true)}
        />
        <br />
        <span className={styles.quiet}>{t('export.signatureHelp')}</span>
      </span>
    </FormDialog>
  )
}
