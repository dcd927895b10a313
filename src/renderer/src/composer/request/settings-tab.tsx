import { Field, Switch } from '@fluentui/react-components'
import type { RequestSettings } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../settings/number-field'
import { VariableField } from '../../ui/variable-field'
import { changeRequest } from './change-request'
import { ClientCertificateFields } from './client-certificate-fields'
import styles from './request-tabs.module.css'

type SettingsTabProps = {
  readonly draftId: string
  readonly settings: RequestSettings
  readonly scopes: readonly VariableScope[]
}

/** How the request is sent. */
export function SettingsTab({ draftId, settings, scopes }: SettingsTabProps) {
  const { t } = useTranslation('request')
  const change = (changes: Partial<RequestSettings>) =>
    changeRequest(draftId, { settings: { ...settings, ...changes } })
  return (
    <div className={styles.form}>
      <NumberField
        label={t('settings.timeout')}
        hint={t('settings.timeoutHint')}
        unit="ms"
        value={settings.timeoutMs}
        min={0}
        max={3_600_000}
        invalid={t('settings.timeoutInvalid')}
        onSave={(timeoutMs) => change({ timeoutMs })}
      />
      <Switch
        label={t('settings.redirects')}
        checked={settings.followRedirects}
        onChange={(_, { checked }) => change({ followRedirects: checked })}
      />
      {settings.followRedirects ? (
        <NumberField
          label={t('settings.maxRedirects')}
          value={settings.maxRedirects}
          min={0}
          max={50}
          invalid={t('settings.maxRedirectsInvalid')}
          onSave={(maxRedirects) => change({ maxRedirects })}
        />
      ) : null}
      <Field
        {...(settings.verifyTls
          ? {}
          : { validationState: 'warning' as const, validationMessage: t('settings.verifyTlsOffBody') })}
      >
        <Switch
          label={t('settings.verifyTls')}
          checked={settings.verifyTls}
          onChange={(_, { checked }) => change({ verifyTls: checked })}
        />
      </Field>
      <ClientCertificateFields
        certificate={settings.clientCertificate}
        scopes={scopes}
        onChange={(clientCertificate) => change({ clientCertificate })}
      />
      <Field label={t('settings.proxy')} hint={t('settings.proxyHint')}>
        <VariableField
          label={t('settings.proxy')}
          value={settings.proxy}
          scopes={scopes}
          secret={/:[^/@]*@/.test(settings.proxy.replace(/^[a-z]+:\/\//i, ''))}
          onChange={(proxy) => change({ proxy })}
        />
      </Field>
    </div>
  )
}
