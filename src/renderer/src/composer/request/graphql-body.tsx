import { Field } from '@fluentui/react-components'
import type { RequestBody } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { VariableField } from '../../ui/variable-field'
import styles from './request-tabs.module.css'

type GraphqlBodyProps = {
  readonly body: Extract<RequestBody, { type: 'graphql' }>
  readonly scopes: readonly VariableScope[]
  readonly onChange: (body: RequestBody) => void
}

export function GraphqlBody({ body, scopes, onChange }: GraphqlBodyProps) {
  const { t } = useTranslation('request')
  return (
    <div className={`${styles.form} ${styles.scroll}`}>
      <Field label={t('body.graphqlQuery')}>
        <VariableField
          multiline
          label={t('body.graphqlQuery')}
          value={body.query}
          scopes={scopes}
          onChange={(query) => onChange({ ...body, query })}
        />
      </Field>
      <Field label={t('body.graphqlVariables')}>
        <VariableField
          multiline
          label={t('body.graphqlVariables')}
          value={body.variables}
          scopes={scopes}
          onChange={(variables) => onChange({ ...body, variables })}
        />
      </Field>
    </div>
  )
}
