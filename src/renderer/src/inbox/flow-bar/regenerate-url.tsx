import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import type { Flow } from '@shared/flow/flow'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { showErrorToast, showToast } from '../../state/toast-store'

/** Gives the flow's URL a new signature, after the consequence was named. */
export function RegenerateUrl({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('bar')
  const regenerate = async () => {
    try {
      await callEngine('flow.regenerate-signature', { id: flow.id })
      showToast({ intent: 'success', title: t('regenerate.done'), body: t('regenerate.doneHelp') })
    } catch (error) {
      showErrorToast(t('regenerate.failed'), error)
    }
  }
  return (
    <Dialog modalType="alert">
      <DialogTrigger disableButtonEnhancement>
        <Button size="small">{t('regenerate.button')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('regenerate.title')}</DialogTitle>
          <DialogContent>{t('regenerate.consequence')}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={() => void regenerate()}>
                {t('regenerate.confirm')}
              </Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('cancel', { ns: 'common' })}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
