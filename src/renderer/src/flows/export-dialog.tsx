import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { Flow } from '@shared/flow/flow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from '../ui/use-return-focus'
import { exportFlow } from './flow-actions'
import styles from './flows-dialogs.module.css'

/** Asks whether the file shall have the secret of the flow's URL in it; without asking it has not. */
export function ExportDialog({ flow, onClose }: { readonly flow: Flow; readonly onClose: () => void }) {
  const { t } = useTranslation('flows')
  const { t: tCommon } = useTranslation('common')
  const [withSignature, setWithSignature] = useState(false)
  useReturnFocus()
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.narrow}>
        <DialogBody>
          <DialogTitle>{t('export.title')}</DialogTitle>
          <DialogContent className={styles.content}>
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
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onClose()
                void exportFlow(flow, withSignature)
              }}
            >
              {t('export.confirm')}
            </Button>
            <Button onClick={onClose}>{tCommon('cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
