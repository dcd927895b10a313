import {
  Button,
  Dropdown,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Option,
} from '@fluentui/react-components'
import { assertNever } from '@shared/assert-never'
import type { InheritedContext } from '@shared/collection/node-content'
import type { Auth, RequestTemplate } from '@shared/request/request-template'
import { findVariables } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { type AuthEditorProps, AuthFields, useAuthName } from './auth-fields'
import { changeRequest, dropAuthorization } from './change-request'
import styles from './request-tabs.module.css'

type AuthTabProps = {
  readonly draftId: string
  readonly request: RequestTemplate
  readonly inherited: InheritedContext | null
  readonly scopes: readonly VariableScope[]
  /** The URL has a signature, and an Authorization header goes out with it. */
  readonly clashes: boolean
}

export function AuthTab({ draftId, request, inherited, scopes, clashes }: AuthTabProps) {
  return (
    <>
      {clashes ? <ClashBar draftId={draftId} /> : null}
      <AuthEditor
        auth={request.auth}
        scopes={scopes}
        inherited={inherited}
        onChange={(auth) => changeRequest(draftId, { auth })}
      />
    </>
  )
}

/** The kinds that can be chosen; others come from files only. */
const kinds = ['inherit', 'none', 'basic', 'bearer', 'api-key'] as const
type Kind = (typeof kinds)[number]

/** How a request, folder or collection authenticates itself. */
export function AuthEditor({ auth, onChange, scopes, inherited }: AuthEditorProps) {
  const { t } = useTranslation('request')
  const name = useAuthName()
  return (
    <div className={styles.form}>
      <Field label={t('auth.type')}>
        <Dropdown
          className={`${styles.choice}`}
          value={name(auth)}
          selectedOptions={[auth.type]}
          onOptionSelect={(_, data) => {
            const kind = kinds.find((known) => known === data.optionValue)
            if (kind !== undefined && kind !== auth.type) onChange(emptyAuth(kind))
          }}
        >
          {auth.type === 'unsupported' ? <Option value="unsupported">{name(auth)}</Option> : null}
          {kinds.map((kind) => (
            <Option key={kind} value={kind}>
              {t(`auth.${kind}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <AuthFields auth={auth} onChange={onChange} scopes={scopes} inherited={inherited} />
      {isPlainInFile(auth) ? <p className={styles.hint}>{t('auth.plainInFile', { example: '{{name}}' })}</p> : null}
    </div>
  )
}

/** Whether a secret stands in the collection's file as it was typed: only variables can keep theirs out of it. */
function isPlainInFile(auth: Auth): boolean {
  const secret = auth.type === 'basic' ? auth.password : auth.type === 'bearer' ? auth.token : ''
  const typed = auth.type === 'api-key' ? auth.value : secret
  return typed !== '' && findVariables(typed).length === 0
}

/** A flow answers 401 to a request with both; the mend takes the header away and keeps the signature. */
function ClashBar({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('request')
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('auth.clashTitle')}</MessageBarTitle>
        {t('auth.clashBody')}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => dropAuthorization(draftId)}>
          {t('auth.clashMend')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function emptyAuth(kind: Kind): Auth {
  switch (kind) {
    case 'inherit':
    case 'none':
      return { type: kind }
    case 'basic':
      return { type: 'basic', username: '', password: '' }
    case 'bearer':
      return { type: 'bearer', token: '' }
    case 'api-key':
      return { type: 'api-key', name: '', value: '', placedIn: 'header' }
    default:
      return assertNever(kind)
  }
}
