import { Switch } from '@fluentui/react-components'
import type { Variable } from '@shared/collection/node-content'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { useCollections } from '../../state/collections-store'
import { VisibleText } from '../../ui/visible-text'
import { RowsEditor } from '../request/rows-editor'
import styles from './container-form.module.css'
import { overruledNames } from './overruled-names'

const blank: Variable = { name: '', value: '', enabled: true, secret: false, description: '' }

type VariablesTableProps = {
  readonly variables: readonly Variable[]
  readonly scopes: readonly VariableScope[]
  readonly onChange: (variables: readonly Variable[]) => void
}

/** The variables of a collection or folder, in the same table as those of an environment. */
export function VariablesTable({ variables, scopes, onChange }: VariablesTableProps) {
  const { t } = useTranslation(['collections', 'request'])
  const secretStorage = useCollections((state) => state.secretStorage)
  const hasSecret = variables.some(({ secret }) => secret)
  return (
    <>
      <p className={styles.hint}>{t('container.variablesHint', { example: '{{flowUrl}}' })}</p>
      <RowsEditor<Variable>
        label={t('container.variables')}
        rows={variables}
        blank={blank}
        scopes={scopes}
        hasBulk={false}
        isSecret={({ secret }) => secret}
        extra={{
          label: t('container.secret'),
          render: ({ secret }, set, index) => (
            <Switch
              aria-label={t('request:environment.secretOf', { row: index + 1 })}
              title={t('container.secretHint')}
              checked={secret}
              onChange={(_, { checked }) => set({ secret: checked })}
            />
          ),
        }}
        onChange={onChange}
      />
      {overruledNames(variables).map((name) => (
        <p key={name} className={styles.duplicate} role="status">
          <VisibleText text={t('container.duplicateName', { name })} light maxLength={300} />
        </p>
      ))}
      {hasSecret ? <p className={styles.hint}>{t('container.secretHint')}</p> : null}
      {hasSecret && secretStorage === 'session' ? <p className={styles.hint}>{t('container.sessionOnly')}</p> : null}
    </>
  )
}
