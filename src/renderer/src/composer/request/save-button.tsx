import { MenuItem } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { composerCommands } from '../composer-commands'
import { saveAndTell } from '../save/save-and-tell'
import { SplitButton } from './split-button'

export function SaveButton({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('request')
  const save = () => void saveAndTell(draftId)
  return (
    <SplitButton label={t('save.save')} title={`${t('save.save')} (Ctrl+S)`} moreLabel={t('save.more')} onClick={save}>
      <MenuItem secondaryContent="Ctrl+S" onClick={save}>
        {t('save.save')}
      </MenuItem>
      <MenuItem secondaryContent="Ctrl+Shift+S" onClick={composerCommands.saveAs}>
        {t('save.as')}
      </MenuItem>
    </SplitButton>
  )
}
