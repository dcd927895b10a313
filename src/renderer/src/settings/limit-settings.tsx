import { useTranslation } from 'react-i18next'
import { useSettings } from '../state/settings-store'
import { ErrorBar } from '../ui/error-text'
import { NumberField } from './number-field'
import { useSave } from './use-save'

const mebibyte = 1024 * 1024

/** What the receiver takes and keeps at most. */
export function LimitSettings() {
  const { t } = useTranslation('settings')
  const { maxBodyBytes, unmatchedKept } = useSettings((state) => state.settings.engine)
  const { save, error } = useSave()
  return (
    <>
      {error ? <ErrorBar error={error} /> : null}
      <NumberField
        label={t('maxBody.label')}
        hint={t('maxBody.hint')}
        unit={t('maxBody.unit')}
        value={Math.max(1, Math.round(maxBodyBytes / mebibyte))}
        min={1}
        max={100}
        invalid={t('maxBody.invalid')}
        onSave={(size) => void save({ engine: { maxBodyBytes: size * mebibyte } })}
      />
      <NumberField
        label={t('unmatched.label')}
        hint={t('unmatched.hint')}
        value={unmatchedKept}
        min={0}
        max={100_000}
        invalid={t('unmatched.invalid')}
        onSave={(count) => void save({ engine: { unmatchedKept: count } })}
      />
    </>
  )
}
