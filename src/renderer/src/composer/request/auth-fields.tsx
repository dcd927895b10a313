import { Dropdown, Field, MessageBar, MessageBarBody, MessageBarTitle, Option } from '@fluentui/react-components'
import { assertNever } from '@shared/assert-never'
import type { InheritedContext } from '@shared/collection/node-content'
import type { Auth } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { VariableField } from '../../ui/variable-field'
import { VisibleText } from '../../ui/visible-text'
import styles from './request-tabs.module.css'

export type AuthEditorProps = {
  readonly auth: Auth
  readonly onChange: (auth: Auth) => void
  readonly scopes: readonly VariableScope[]
  /** What the folders and the collection around say; null where nothing is around. */
  readonly inherited: InheritedContext | null
}

/** The fields of the chosen kind of authentication. */
export function AuthFields({ auth, onChange, scopes, inherited }: AuthEditorProps) {
  const { t } = useTranslation('request')
  const name = useAuthName()
  switch (auth.type) {
    case 'inherit':
      return (
        <p className={styles.hint}>
          {inherited?.authFrom ? (
            <VisibleText text={t('auth.inheritFrom', { from: inherited.authFrom, kind: name(inherited.auth) })} />
          ) : (
            t('auth.inheritNothing')
          )}
        </p>
      )
    case 'none':
      return <p className={styles.hint}>{t('auth.noneHint')}</p>
    case 'basic':
      return (
        <>
          <Field label={t('auth.username')}>
            <VariableField
              label={t('auth.username')}
              value={auth.username}
              scopes={scopes}
              onChange={(username) => onChange({ ...auth, username })}
            />
          </Field>
          <Field label={t('auth.password')}>
            <VariableField
              secret
              label={t('auth.password')}
              value={auth.password}
              scopes={scopes}
              onChange={(password) => onChange({ ...auth, password })}
            />
          </Field>
        </>
      )
    case 'bearer':
      return (
        <Field label={t('auth.token')}>
          <VariableField
            secret
            label={t('auth.token')}
            value={auth.token}
            scopes={scopes}
            onChange={(token) => onChange({ ...auth, token })}
          />
        </Field>
      )
    case 'api-key':
      return (
        <>
          <Field label={t('auth.key')}>
            <VariableField
              label={t('auth.key')}
              value={auth.name}
              scopes={scopes}
              onChange={(key) => onChange({ ...auth, name: key })}
            />
          </Field>
          <Field label={t('auth.value')}>
            <VariableField
              secret
              label={t('auth.value')}
              value={auth.value}
              scopes={scopes}
              onChange={(value) => onChange({ ...auth, value })}
            />
          </Field>
          <Field label={t('auth.placedIn')}>
            <Dropdown
              className={`${styles.choice}`}
              value={t(`auth.${auth.placedIn}`)}
              selectedOptions={[auth.placedIn]}
              onOptionSelect={(_, data) =>
                onChange({ ...auth, placedIn: data.optionValue === 'query' ? 'query' : 'header' })
              }
            >
              <Option value="header">{t('auth.header')}</Option>
              <Option value="query">{t('auth.query')}</Option>
            </Dropdown>
          </Field>
        </>
      )
    case 'unsupported':
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('auth.unsupportedTitle', { name: auth.name })}</MessageBarTitle>
            {t('auth.unsupportedBody')}
          </MessageBarBody>
        </MessageBar>
      )
    default:
      return assertNever(auth)
  }
}

/** The name of a kind of authentication, translated. */
export function useAuthName(): (auth: Auth) => string {
  const { t } = useTranslation('request')
  return (auth) => (auth.type === 'unsupported' ? t('auth.unsupported', { name: auth.name }) : t(`auth.${auth.type}`))
}
