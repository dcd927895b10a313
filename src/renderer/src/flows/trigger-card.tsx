import { Field, Radio, RadioGroup, Select, Switch } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronUpRegular, FlashRegular } from '@fluentui/react-icons'
import { type Flow, flowMethods } from '@shared/flow/flow'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { editFlow, type FlowContent } from '../state/flow-edits'
import { SchemaField } from './schema-field'
import { SchemaTrialView } from './schema-trial'
import styles from './trigger-card.module.css'
import { TriggerUrl } from './trigger-url'
import { useSchemaTrial } from './use-schema-trial'

type TriggerCardProps = {
  readonly flow: Flow
  /** What of it is edited, saved or not. */
  readonly content: FlowContent
}

/** The trigger *When an HTTP request is received*; folds to its title. */
export function TriggerCard({ flow, content }: TriggerCardProps) {
  const { t } = useTranslation('flows')
  const [isOpen, setIsOpen] = useState(true)
  const bodyId = useId()
  return (
    <section className={styles.card} aria-label={t('trigger.title')}>
      <h3 className={styles.head}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <FlashRegular className={styles.icon ?? ''} aria-hidden />
          <span className={styles.title}>{t('trigger.title')}</span>
          {isOpen ? <ChevronUpRegular aria-hidden /> : <ChevronDownRegular aria-hidden />}
        </button>
      </h3>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen ? <TriggerFields flow={flow} content={content} /> : null}
      </div>
    </section>
  )
}

function TriggerFields({ flow, content }: TriggerCardProps) {
  const { t } = useTranslation('flows')
  const trial = useSchemaTrial(flow, content.schemaText)
  return (
    <div className={styles.fields}>
      <TriggerUrl flow={flow} />
      <div className={styles.pair}>
        <Field label={t('who.label')} hint={t(`who.${content.triggeredBy}Help`)}>
          <RadioGroup
            data-place="who"
            value={content.triggeredBy}
            onChange={(_, data) => editFlow(flow, { triggeredBy: data.value === 'tenant' ? 'tenant' : 'anyone' })}
          >
            <Radio value="anyone" label={t('who.anyone')} />
            <Radio value="tenant" label={t('who.tenant')} />
          </RadioGroup>
        </Field>
        <Field label={t('method.label')} {...(content.method === 'POST' ? {} : { hint: t('method.notPost') })}>
          <Select
            value={content.method}
            onChange={(_, data) => {
              const method = flowMethods.find((candidate) => candidate === data.value)
              if (method) editFlow(flow, { method })
            }}
          >
            {flowMethods.map((method) => (
              <option key={method} value={method}>
                {method}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {content.triggeredBy === 'tenant' ? (
        <div className={styles.answer}>
          <span>{t('who.answers')}</span>
          <code>{tenantAnswer}</code>
        </div>
      ) : null}
      <SchemaField flow={flow} text={content.schemaText} trial={trial} />
      <Field hint={t(content.schemaValidation ? 'validation.onHelp' : 'validation.offHelp')}>
        <Switch
          label={t('validation.label')}
          checked={content.schemaValidation}
          onChange={(_, data) => editFlow(flow, { schemaValidation: data.checked })}
        />
      </Field>
      <SchemaTrialView trial={trial} schemaValidation={content.schemaValidation} />
    </div>
  )
}

/** As the receiver answers it, in the trigger's own words. */
const tenantAnswer =
  '401 DirectApiAuthorizationRequired: The OAuth authorization scheme is required. Please add authentication scheme and try again.'
