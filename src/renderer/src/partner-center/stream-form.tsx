import { Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { knownActionCodes } from '@shared/lead/action-code'
import { knownLeadSources } from '@shared/lead/lead-source'
import { fastestStream, type StreamOptions } from '@shared/partner-center/lead-stream'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './stream-form.module.css'

type StreamFormProps = {
  readonly options: StreamOptions
  /** What runs is not changed: it is stopped and started. */
  readonly isRunning: boolean
  readonly onChange: (options: StreamOptions) => void
  /** Whether the numbers as typed can be used. */
  readonly onValidity: (isValid: boolean) => void
}

const retryChoices = [0, 1, 2, 3, 5] as const

/** The rate and the mix of a stream. */
export function StreamForm({ options, isRunning, onChange, onValidity }: StreamFormProps) {
  const { t } = useTranslation('partner')
  const [rate, setRate] = useState(`${options.perSecond}`)
  const [duplicates, setDuplicates] = useState(`${options.duplicatePercent}`)
  const isRateValid = isRate(rate)
  const areDuplicatesValid = isPercent(duplicates)
  useEffect(() => onValidity(isRateValid && areDuplicatesValid), [isRateValid, areDuplicatesValid, onValidity])
  return (
    <fieldset className={styles.streamForm} disabled={isRunning} aria-label={t('stream.title')}>
      <Choices
        label={t('stream.actionCodes')}
        all={knownActionCodes}
        chosen={options.actionCodes}
        isDisabled={isRunning}
        onChange={(actionCodes) => onChange({ ...options, actionCodes })}
      />
      <Choices
        label={t('stream.sources')}
        all={knownLeadSources}
        chosen={options.sources}
        isDisabled={isRunning}
        onChange={(sources) => onChange({ ...options, sources })}
      />
      <Field
        label={t('stream.perSecond')}
        {...(isRateValid ? {} : { validationMessage: t('stream.perSecondInvalid', { most: fastestStream }) })}
      >
        <Input
          className={`${styles.number}`}
          inputMode="decimal"
          disabled={isRunning}
          value={rate}
          onChange={(_, { value }) => {
            setRate(value)
            if (isRate(value)) onChange({ ...options, perSecond: numberOf(value) })
          }}
        />
      </Field>
      <Field
        label={t('stream.duplicates')}
        {...(areDuplicatesValid
          ? { hint: t('stream.duplicatesHint') }
          : { validationMessage: t('stream.duplicatesInvalid') })}
      >
        <Input
          className={`${styles.number}`}
          inputMode="numeric"
          disabled={isRunning}
          value={duplicates}
          onChange={(_, { value }) => {
            setDuplicates(value)
            if (isPercent(value)) onChange({ ...options, duplicatePercent: Number(value) })
          }}
        />
      </Field>
      <Field label={t('stream.retries')} hint={t('stream.retriesHint')} className={`${styles.retries}`}>
        <Select
          disabled={isRunning}
          value={`${options.retries}`}
          onChange={(_, { value }) => onChange({ ...options, retries: Number(value) })}
        >
          {retryChoices.map((count) => (
            <option key={count} value={`${count}`}>
              {count === 0
                ? t('stream.retry_0')
                : count === 1
                  ? t('stream.retry_1')
                  : t('stream.retry_many', { count })}
            </option>
          ))}
        </Select>
      </Field>
    </fieldset>
  )
}

type ChoicesProps = {
  readonly label: string
  readonly all: readonly string[]
  readonly chosen: readonly string[]
  readonly isDisabled: boolean
  readonly onChange: (chosen: readonly string[]) => void
}

/** Several of a few, each equally frequent. */
function Choices({ label, all, chosen, isDisabled, onChange }: ChoicesProps) {
  const { t } = useTranslation('partner')
  return (
    <Field label={label} {...(chosen.length === 0 ? { validationMessage: t('stream.noneChosen') } : {})}>
      <fieldset className={styles.choices} aria-label={label}>
        {all.map((value) => (
          <Checkbox
            key={value}
            label={value}
            disabled={isDisabled}
            checked={chosen.includes(value)}
            onChange={(_, { checked }) =>
              onChange(all.filter((known) => (known === value ? checked === true : chosen.includes(known))))
            }
          />
        ))}
      </fieldset>
    </Field>
  )
}

function numberOf(text: string): number {
  return Number(text.trim().replace(',', '.'))
}

function isRate(text: string): boolean {
  const rate = /^\d{1,3}([.,]\d{1,3})?$/.test(text.trim()) ? numberOf(text) : Number.NaN
  return rate >= 0.1 && rate <= fastestStream
}

function isPercent(text: string): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= 100
}
