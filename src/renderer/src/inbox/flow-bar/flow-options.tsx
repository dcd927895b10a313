import {
  Button,
  Field,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Radio,
  RadioGroup,
  Select,
  Switch,
} from '@fluentui/react-components'
import { ChevronDownRegular, FlowRegular } from '@fluentui/react-icons'
import type { Flow, FlowChanges } from '@shared/flow/flow'
import { leadSchemaIds, leadSchemas } from '@shared/lead/lead-schemas'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { changeAppSettings, useSettings } from '../../state/settings-store'
import { showErrorToast } from '../../state/toast-store'
import styles from './flow-options.module.css'
import { RegenerateUrl } from './regenerate-url'

/** The flow's name; a click opens the settings of its trigger. */
export function FlowOptions({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('bar')
  return (
    <Popover trapFocus positioning="below-start">
      <PopoverTrigger>
        <Button
          size="small"
          appearance="subtle"
          icon={<FlowRegular />}
          aria-label={t('options.open', { name: flow.name })}
        >
          <span className={styles.name}>{flow.name}</span>
          {flow.state === 'started' ? null : <span className={styles.off}>{t(`options.state.${flow.state}`)}</span>}
          <ChevronDownRegular className={`${styles.chevron}`} aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t('options.open', { name: flow.name })}>
        <OptionFields flow={flow} />
      </PopoverSurface>
    </Popover>
  )
}

function OptionFields({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('bar')
  const urlShape = useSettings((state) => state.settings.urlShape)
  const notChanged = (error: unknown) => showErrorToast(t('options.notChanged'), error)
  const change = (changes: FlowChanges) => void callEngine('flow.change', { id: flow.id, changes }).catch(notChanged)
  const schema =
    leadSchemaIds.find((id) => leadSchemas[id] === flow.schemaText) ?? (flow.schemaText === '' ? 'none' : 'own')
  return (
    <>
      <Field label={t('options.on')} hint={t(flow.state === 'started' ? 'options.onHelp' : 'options.offHelp')}>
        <Switch
          label={t(`options.state.${flow.state}`)}
          checked={flow.state === 'started'}
          onChange={(_, data) => change({ state: data.checked ? 'started' : 'disabled' })}
        />
      </Field>
      <Field
        label={t('options.who')}
        hint={flow.triggeredBy === 'tenant' ? t('options.tenantHelp') : t('options.anyoneHelp')}
      >
        <RadioGroup
          value={flow.triggeredBy}
          onChange={(_, data) => change({ triggeredBy: data.value === 'tenant' ? 'tenant' : 'anyone' })}
        >
          <Radio value="anyone" label={t('options.anyone')} />
          <Radio value="tenant" label={t('options.tenant')} />
        </RadioGroup>
      </Field>
      <Field label={t('options.schema')}>
        <Select
          size="small"
          value={schema}
          onChange={(_, data) => {
            const id = leadSchemaIds.find((candidate) => candidate === data.value)
            if (id) change({ schemaText: leadSchemas[id] })
            else if (data.value === 'none') change({ schemaText: '' })
          }}
        >
          {leadSchemaIds.toReversed().map((id) => (
            <option key={id} value={id}>
              {t(`options.schemas.${id}`)}
            </option>
          ))}
          <option value="none">{t('options.schemas.none')}</option>
          {schema === 'own' ? <option value="own">{t('options.schemas.own')}</option> : null}
        </Select>
      </Field>
      <Field
        label={t('options.validation')}
        hint={t(flow.schemaValidation ? 'options.validationOn' : 'options.validationOff')}
      >
        <Switch
          label={t(flow.schemaValidation ? 'on' : 'off')}
          checked={flow.schemaValidation}
          onChange={(_, data) => change({ schemaValidation: data.checked })}
        />
      </Field>
      <Field label={t('options.shape')} hint={t(`options.shapeHelp.${urlShape}`)}>
        <Select
          size="small"
          value={urlShape}
          onChange={(_, data) => {
            const shape = data.value === 'power-platform' ? 'power-platform' : 'logic-azure'
            changeAppSettings({ urlShape: shape }).catch(notChanged)
          }}
        >
          <option value="logic-azure">{t('options.shapes.logic-azure')}</option>
          <option value="power-platform">{t('options.shapes.power-platform')}</option>
        </Select>
      </Field>
      <RegenerateUrl flow={flow} />
    </>
  )
}
