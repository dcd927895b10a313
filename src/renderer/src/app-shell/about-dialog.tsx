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
import { useTranslation } from 'react-i18next'
import { AboutText } from '../settings/about-text'
import { useView } from '../state/view-store'
import { useReturnFocus } from '../ui/use-return-focus'

export function AboutDialog() {
  const { t } = useTranslation('common')
  const open = useView((state) => state.open)
  useReturnFocus()
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && open(null)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('appName')}</DialogTitle>
          <DialogContent>
            <AboutText />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('close')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
