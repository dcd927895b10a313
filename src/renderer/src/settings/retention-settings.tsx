import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../state/settings-store'
import { ErrorBar } from '../ui/error-text'
import { NumberField } from './number-field'
import { RetentionDialog } from './retention-dialog'
import { useSave } from './use-save'

const firstOffer = 90

/** How long leads are kept: for ever, unless the user has agreed to a limit. */
export function RetentionSettings() {
  const { t } = useTranslation('settings')
  const days = useSettings((state) => state.settings.engine.retentionDays)
  const { save, error } = useSave()
  const [asked, setAsked] = useState<number | null>(null)
  /** Fewer days remove leads; more days remove nothing and need no question. */
  const change = (next: number) =>
    days !== null && next > days ? void save({ engine: { retentionDays: next } }) : setAsked(next)
  return (
    <>
      {error ? <ErrorBar error={error} /> : null}
      <Field label={t('retention.label')} hint={t('retention.hint')}>
        <RadioGroup
          value={days === null ? 'all' : 'limited'}
          onChange={(_, data) =>
            data.value === 'all' ? void save({ engine: { retentionDays: null } }) : change(firstOffer)
          }
        >
          <Radio value="all" label={t('retention.all')} />
          <Radio value="limited" label={t('retention.limited')} />
        </RadioGroup>
      </Field>
      {days === null ? null : (
        <NumberField
          // A refused change shows the saved number again.
          key={asked === null ? 'shown' : 'asking'}
          label={t('retention.days')}
          unit={t('retention.unit')}
          value={days}
          min={1}
          max={3650}
          invalid={t('retention.invalid')}
          onSave={change}
        />
      )}
      {asked === null ? null : (
        <RetentionDialog
          days={asked}
          onClose={() => setAsked(null)}
          onConfirm={() => void save({ engine: { retentionDays: asked } })}
        />
      )}
    </>
  )
}
