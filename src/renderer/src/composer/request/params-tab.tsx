import type { RequestRow, RequestTemplate } from '@shared/request/request-template'
import { urlOfParams } from '@shared/request/url-params'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { changeRequest } from './change-request'
import styles from './request-tabs.module.css'
import { RowsEditor } from './rows-editor'

export const blankRow: RequestRow = { name: '', value: '', enabled: true, description: '' }

type ParamsTabProps = {
  readonly draftId: string
  readonly request: RequestTemplate
  readonly scopes: readonly VariableScope[]
}

/** The query of the URL as rows, and the values of its path variables. */
export function ParamsTab({ draftId, request, scopes }: ParamsTabProps) {
  const { t } = useTranslation('request')
  return (
    <>
      {request.pathVariables.length > 0 ? (
        <section className={styles.section}>
          <h2>{t('params.path')}</h2>
          <RowsEditor
            isFixed
            label={t('params.path')}
            note={t('params.pathHint')}
            rows={request.pathVariables}
            blank={blankRow}
            scopes={scopes}
            onChange={(rows) => changeRequest(draftId, { pathVariables: [...rows] })}
          />
        </section>
      ) : null}
      <section className={styles.section}>
        {request.pathVariables.length > 0 ? <h2>{t('params.query')}</h2> : null}
        <RowsEditor
          label={t('params.query')}
          note={t('params.note')}
          rows={request.params}
          blank={blankRow}
          scopes={scopes}
          isSecret={(row) => row.name.trim().toLowerCase() === 'sig'}
          onChange={(rows) => changeRequest(draftId, { params: [...rows], url: urlOfParams(request.url, rows) })}
        />
      </section>
    </>
  )
}
