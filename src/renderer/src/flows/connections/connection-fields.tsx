import { Field, Input, Switch } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons'
import { assertNever } from '@shared/assert-never'
import type { ConnectionSettings } from '@shared/connection/connection'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../settings/number-field'
import { Choice } from '../actions/choice'
import styles from './connections.module.css'
import { usualPort } from './new-connection'

type ConnectionFieldsProps = {
  readonly settings: ConnectionSettings
  readonly onChange: (settings: ConnectionSettings) => void
}

/** What has to be known to reach a system of a kind. */
export function ConnectionFields({ settings, onChange }: ConnectionFieldsProps) {
  const { t } = useTranslation('connections')
  switch (settings.kind) {
    case 'smtp':
      return <SmtpFields settings={settings} onChange={onChange} />
    case 'dataverse':
      return (
        <>
          <Text
            label={t('dataverse.organisation')}
            hint={t('dataverse.organisationHint')}
            value={settings.organisation}
            onChange={(organisation) => onChange({ ...settings, organisation })}
          />
          <div className={styles.row}>
            <Text
              label={t('dataverse.tenant')}
              value={settings.tenantId}
              onChange={(tenantId) => onChange({ ...settings, tenantId })}
            />
            <Text
              label={t('dataverse.client')}
              value={settings.clientId}
              onChange={(clientId) => onChange({ ...settings, clientId })}
            />
          </div>
          <Text
            label={t('dataverse.authority')}
            hint={t('dataverse.authorityHint')}
            value={settings.authority}
            onChange={(authority) => onChange({ ...settings, authority })}
          />
        </>
      )
    case 'salesforce':
      return (
        <>
          <Text
            label={t('salesforce.organisation')}
            hint={t('salesforce.organisationHint')}
            value={settings.organisationId}
            onChange={(organisationId) => onChange({ ...settings, organisationId })}
          />
          <Text label={t('url')} value={settings.url} onChange={(url) => onChange({ ...settings, url })} />
        </>
      )
    case 'hubspot':
      return <Text label={t('url')} value={settings.url} onChange={(url) => onChange({ ...settings, url })} />
    default:
      return assertNever(settings)
  }
}

type SmtpSettings = Extract<ConnectionSettings, { readonly kind: 'smtp' }>

function SmtpFields({
  settings,
  onChange,
}: {
  readonly settings: SmtpSettings
  readonly onChange: (settings: SmtpSettings) => void
}) {
  const { t } = useTranslation('connections')
  const secure = (security: SmtpSettings['security']) => {
    const isUsual = settings.port === usualPort(settings.security)
    onChange({ ...settings, security, port: isUsual ? usualPort(security) : settings.port })
  }
  return (
    <>
      <div className={styles.row}>
        <div className={styles.wide}>
          <Text label={t('smtp.host')} value={settings.host} onChange={(host) => onChange({ ...settings, host })} />
        </div>
        <NumberField
          label={t('smtp.port')}
          value={settings.port}
          min={1}
          max={65_535}
          invalid={t('smtp.portInvalid')}
          onSave={(port) => onChange({ ...settings, port })}
        />
        <Choice
          label={t('smtp.security')}
          value={settings.security}
          options={(['starttls', 'tls', 'none'] as const).map((value) => ({
            value,
            label: t(`smtp.securityOf.${value}`),
          }))}
          onChange={secure}
        />
      </div>
      <div role="status" className={styles.warning}>
        {settings.security === 'none' && settings.user.trim() !== '' ? (
          <>
            <Warning16Filled aria-hidden />
            {t('smtp.notEncrypted')}
          </>
        ) : null}
      </div>
      <div className={styles.row}>
        <Text
          label={t('smtp.user')}
          hint={t('smtp.userHint')}
          value={settings.user}
          onChange={(user) => onChange({ ...settings, user })}
        />
        <Text
          label={t('smtp.from')}
          hint={t('smtp.fromHint')}
          value={settings.from}
          onChange={(from) => onChange({ ...settings, from })}
        />
      </div>
      {settings.security === 'none' ? null : (
        <Field
          {...(settings.verifyTls
            ? {}
            : { validationState: 'warning' as const, validationMessage: t('smtp.verifyOff') })}
        >
          <Switch
            label={t('smtp.verify')}
            checked={settings.verifyTls}
            onChange={(_, { checked }) => onChange({ ...settings, verifyTls: checked })}
          />
        </Field>
      )}
    </>
  )
}

type TextProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Text({ label, hint, value, onChange }: TextProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Input maxLength={500} spellCheck={false} value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  )
}
