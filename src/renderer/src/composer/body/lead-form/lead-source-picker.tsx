import {
  Button,
  Combobox,
  Field,
  Input,
  Option,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Tooltip,
} from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { knownActionCodes } from '@shared/lead/action-code'
import { composeLeadSource, type LeadSourceInput, leadSourceInput } from '@shared/lead/compose-lead-source'
import { knownLeadSources, parseLeadSource } from '@shared/lead/lead-source'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../../ui/visible-text'
import styles from './lead-form.module.css'

type LeadSourcePickerProps = {
  readonly source: string
  readonly onChange: (source: string) => void
}

/** Composes `Source-Action|publisher.offer` from its parts; the field follows as they are chosen. */
export function LeadSourcePicker({ source, onChange }: LeadSourcePickerProps) {
  const { t } = useTranslation('body')
  return (
    <Popover trapFocus positioning={{ position: 'below', align: 'end', autoSize: true }}>
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={t('source.compose')} relationship="label">
          <Button size="small" appearance="subtle" icon={<EditRegular />} />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.composer ?? ''} aria-label={t('source.title')}>
        <Parts source={source} onChange={onChange} />
      </PopoverSurface>
    </Popover>
  )
}

function Parts({ source, onChange }: LeadSourcePickerProps) {
  const { t } = useTranslation(['body', 'lead'])
  // What is typed may not be a whole part yet (`publisher.`): it is kept here as it was typed.
  const [parts, setParts] = useState<LeadSourceInput>(() => leadSourceInput(parseLeadSource(source)))
  const change = (changes: Partial<LeadSourceInput>) => {
    const changed = { ...parts, ...changes }
    setParts(changed)
    onChange(composeLeadSource(changed))
  }
  return (
    <>
      <h2>{t('body:source.title')}</h2>
      <p className={styles.meaning}>{t('body:source.intro')}</p>
      <Choice
        part="source"
        value={parts.source}
        options={knownLeadSources.map((value) => ({ value, meaning: t(`lead:source.${value}`) }))}
        onChange={(value) => change({ source: value })}
      />
      <Choice
        part="action"
        value={parts.action}
        options={knownActionCodes.map((value) => ({ value, meaning: t(`lead:actionCode.${value}`) }))}
        onChange={(value) => change({ action: value })}
      />
      {(['publisher', 'offerId'] as const).map((part) => (
        <Field key={part} size="small" label={t(`body:source.${part}`)} hint={t(`body:source.${part}Hint`)}>
          <Input size="small" value={parts[part]} onChange={(_, { value }) => change({ [part]: value })} />
        </Field>
      ))}
      <p className={styles.result}>
        {t('body:source.result')} <VisibleText text={composeLeadSource(parts)} light maxLength={300} />
      </p>
    </>
  )
}

type ChoiceProps = {
  readonly part: 'source' | 'action'
  readonly value: string
  readonly options: readonly { readonly value: string; readonly meaning: string }[]
  readonly onChange: (value: string) => void
}

/** A part with documented values; any other can be typed. */
function Choice({ part, value, options, onChange }: ChoiceProps) {
  const { t } = useTranslation('body')
  return (
    <Field size="small" label={t(`source.${part}`)} hint={t(`source.${part}Hint`)}>
      <Combobox
        freeform
        inlinePopup
        size="small"
        value={value}
        selectedOptions={[value]}
        onInput={(event) => onChange(event.currentTarget.value)}
        onOptionSelect={(_, { optionValue }) => optionValue !== undefined && onChange(optionValue)}
      >
        {options.map((option) => (
          <Option key={option.value} value={option.value} text={option.value}>
            <span className={styles.option}>
              {option.value} <span className={styles.meaning}>{option.meaning}</span>
            </span>
          </Option>
        ))}
      </Combobox>
    </Field>
  )
}
