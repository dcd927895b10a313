import { automaticHeaders } from '@shared/request/automatic-headers'
import type { Auth, RequestTemplate } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { changeRequest } from './change-request'
import { headerNames, headerValues, isSecretHeader } from './header-suggestions'
import { blankRow } from './params-tab'
import styles from './request-tabs.module.css'
import { RowsEditor } from './rows-editor'

type HeadersTabProps = {
  readonly draftId: string
  readonly request: RequestTemplate
  readonly inherited: Auth
  readonly scopes: readonly VariableScope[]
}

/** The headers of the request, and in a quiet tone those that sending adds. */
export function HeadersTab({ draftId, request, inherited, scopes }: HeadersTabProps) {
  const { t } = useTranslation('request')
  return (
    <>
      <RowsEditor
        label={t('headers.label')}
        rows={request.headers}
        blank={blankRow}
        scopes={scopes}
        nameSuggestions={headerNames}
        valueSuggestions={headerValues}
        isSecret={(row) => isSecretHeader(row.name)}
        onChange={(rows) => changeRequest(draftId, { headers: [...rows] })}
      />
      <section className={styles.quiet}>
        <h2>{t('headers.automatic')}</h2>
        <dl className={styles.automatic}>
          {automaticHeaders(request, inherited).map(({ name, value, from }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value ?? (from === 'auth' ? t('headers.ofAuth') : t('headers.calculated'))}</dd>
            </div>
          ))}
        </dl>
        <p>{t('headers.note')}</p>
      </section>
    </>
  )
}
