import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../state/settings-store'
import { ErrorBar } from '../ui/error-text'
import { useSave } from './use-save'

const themes = ['system', 'light', 'dark'] as const

export function AppearanceSettings() {
  const { t } = useTranslation('settings')
  const theme = useSettings((state) => state.settings.theme)
  const { save, error } = useSave()
  return (
    <>
      {error ? <ErrorBar error={error} /> : null}
      <Field label={t('theme.label')} hint={t('theme.hint')}>
        <RadioGroup
          layout="horizontal"
          value={theme}
          onChange={(_, data) => {
            const chosen = themes.find((candidate) => candidate === data.value)
            if (chosen) void save({ theme: chosen })
          }}
        >
          {themes.map((id) => (
            <Radio key={id} value={id} label={t(`theme.${id}`)} />
          ))}
        </RadioGroup>
      </Field>
    </>
  )
}
