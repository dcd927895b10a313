import { Button, Checkbox, Input, Switch } from '@fluentui/react-components'
import { DeleteRegular, EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import type { Variable } from '@shared/collection/node-content'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCollections } from '../../state/collections-store'
import styles from './container-form.module.css'

type VariablesTableProps = {
  readonly variables: readonly Variable[]
  readonly onChange: (variables: readonly Variable[]) => void
}

/** Variables as a table; typing into the last, empty row adds one. */
export function VariablesTable({ variables, onChange }: VariablesTableProps) {
  const { t } = useTranslation(['collections', 'common'])
  const secretStorage = useCollections((state) => state.secretStorage)
  const [shown, setShown] = useState<number | null>(null)
  const set = (index: number, changes: Partial<Variable>) => {
    const row = variables[index]
    if (row) onChange(variables.with(index, { ...row, ...changes }))
    else onChange([...variables, { name: '', value: '', enabled: true, secret: false, description: '', ...changes }])
  }
  const isOverruled = (index: number) =>
    variables.some(
      (other, at) => at > index && other.enabled && other.name !== '' && other.name === variables[index]?.name,
    )
  const hasSecret = variables.some(({ secret }) => secret)
  const blank: Variable = { name: '', value: '', enabled: true, secret: false, description: '' }
  return (
    <>
      <p className={styles.hint}>{t('container.variablesHint', { example: '{{flowUrl}}' })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.narrow} />
            <th>{t('container.variableName')}</th>
            <th>{t('container.variableValue')}</th>
            <th>{t('container.variableDescription')}</th>
            <th className={styles.secret}>{t('container.secret')}</th>
            <td className={styles.narrow} />
          </tr>
        </thead>
        <tbody>
          {[...variables, blank].map((variable, index) => {
            const isNew = index === variables.length
            const name = variable.name === '' ? t('container.newVariable') : variable.name
            const isMasked = variable.secret && shown !== index
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are edited in place; a name that is typed must not make another row
              <tr key={index}>
                <td>
                  {isNew ? null : (
                    <Checkbox
                      aria-label={t('container.enabled', { name })}
                      checked={variable.enabled}
                      onChange={(_, { checked }) => set(index, { enabled: checked === true })}
                    />
                  )}
                </td>
                <td>
                  <Input
                    size="small"
                    aria-label={isNew ? t('container.add') : t('container.variableName')}
                    placeholder={isNew ? t('container.add') : undefined}
                    maxLength={500}
                    value={variable.name}
                    onChange={(_, { value }) => set(index, { name: value })}
                  />
                  {isOverruled(index) ? <div className={styles.duplicate}>{t('container.duplicateName')}</div> : null}
                </td>
                <td>
                  <Input
                    size="small"
                    type={isMasked ? 'password' : 'text'}
                    autoComplete="off"
                    aria-label={isNew ? t('container.addValue') : `${t('container.variableValue')}: ${name}`}
                    value={variable.value}
                    onChange={(_, { value }) => set(index, { value })}
                    {...(variable.secret
                      ? {
                          contentAfter: (
                            <Button
                              size="small"
                              appearance="transparent"
                              icon={isMasked ? <EyeRegular /> : <EyeOffRegular />}
                              aria-label={t(isMasked ? 'common:showSecret' : 'common:hideSecret')}
                              onClick={() => setShown(isMasked ? index : null)}
                            />
                          ),
                        }
                      : {})}
                  />
                </td>
                <td>
                  <Input
                    size="small"
                    aria-label={`${t('container.variableDescription')}: ${name}`}
                    maxLength={10_000}
                    value={variable.description}
                    onChange={(_, { value }) => set(index, { description: value })}
                  />
                </td>
                <td>
                  {isNew ? null : (
                    <Switch
                      aria-label={t('container.secretOf', { name })}
                      title={t('container.secretHint')}
                      checked={variable.secret}
                      onChange={(_, { checked }) => set(index, { secret: checked })}
                    />
                  )}
                </td>
                <td>
                  {isNew ? null : (
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<DeleteRegular />}
                      aria-label={t('container.remove', { name })}
                      onClick={() => {
                        setShown(null)
                        onChange(variables.toSpliced(index, 1))
                      }}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {hasSecret ? <p className={styles.hint}>{t('container.secretHint')}</p> : null}
      {hasSecret && secretStorage === 'session' ? <p className={styles.hint}>{t('container.sessionOnly')}</p> : null}
    </>
  )
}
