import {
  Button,
  Field,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Switch,
} from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular, DeleteRegular, MoreHorizontalRegular, SaveRegular } from '@fluentui/react-icons'
import type { Variable } from '@shared/collection/node-content'
import type { Environment } from '@shared/environment/environment'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCollections } from '../../state/collections-store'
import { changeWorkspace } from '../../state/composer-store'
import { ErrorBar } from '../../ui/error-text'
import { RowsEditor } from '../request/rows-editor'
import { useDeed } from '../save/use-deed'
import { deleteEnvironment, duplicateEnvironment, exportEnvironment } from './environment-deeds'
import styles from './environments.module.css'
import { useEnvironmentsDialog } from './environments-dialog-store'
import { useEnvironmentEdits } from './use-environment-edits'

const blankVariable: Variable = { name: '', value: '', enabled: true, secret: false, description: '' }

type EnvironmentFormProps = { readonly environment: Environment; readonly isUsed: boolean }

/** The name and the variables of one environment. */
export function EnvironmentForm({ environment, isUsed }: EnvironmentFormProps) {
  const { t } = useTranslation('request')
  const secretStorage = useCollections((state) => state.secretStorage)
  const choose = useEnvironmentsDialog((state) => state.choose)
  const { name, variables, change, state, error, flush } = useEnvironmentEdits(environment)
  const scopes = useMemo(() => [{ kind: 'environment' as const, from: name, variables }], [name, variables])
  const deed = useDeed()
  const nameIsMissing = name.trim() === ''
  const shownError = error ?? deed.error
  const does = (work: () => Promise<void>) => () =>
    void deed.run(async () => {
      await flush()
      await work()
    })
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <Field
          className={`${styles.name}`}
          {...(nameIsMissing
            ? { validationState: 'error' as const, validationMessage: t('environment.nameMissing') }
            : {})}
        >
          <Input
            aria-label={t('environment.name')}
            maxLength={500}
            value={name}
            onChange={(_, { value }) => change({ name: value })}
          />
        </Field>
        {isUsed ? null : (
          <Button
            icon={<CheckmarkRegular />}
            onClick={does(async () => changeWorkspace({ environmentId: environment.id }))}
          >
            {t('environment.use')}
          </Button>
        )}
        <Menu positioning={{ position: 'below', align: 'end' }}>
          <MenuTrigger disableButtonEnhancement>
            <Button icon={<MoreHorizontalRegular />} aria-label={t('environment.more')} title={t('environment.more')} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem
                icon={<CopyRegular />}
                onClick={does(async () => choose(await duplicateEnvironment(environment.id)))}
              >
                {t('environment.duplicate')}
              </MenuItem>
              <MenuItem icon={<SaveRegular />} onClick={does(() => exportEnvironment(environment, false))}>
                {t('environment.export')}
              </MenuItem>
              <MenuItem icon={<SaveRegular />} onClick={does(() => exportEnvironment(environment, true))}>
                {t('environment.exportSecrets')}
              </MenuItem>
              <MenuItem
                icon={<DeleteRegular />}
                onClick={does(async () => {
                  await deleteEnvironment({ ...environment, name })
                  choose(null)
                })}
              >
                {t('environment.delete')}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {shownError ? <ErrorBar error={shownError} /> : null}
      {secretStorage === 'session' && variables.some(({ secret }) => secret) ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('environment.secretSessionTitle')}</MessageBarTitle>
            {t('environment.secretSession')}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.variables}>
        <RowsEditor<Variable>
          label={t('environment.variables')}
          rows={variables}
          blank={blankVariable}
          scopes={scopes}
          hasBulk={false}
          isSecret={({ secret }) => secret}
          extra={{
            label: t('environment.secret'),
            render: ({ secret }, set, index) => (
              <Switch
                aria-label={t('environment.secretOf', { row: index + 1 })}
                checked={secret}
                onChange={(_, { checked }) => set({ secret: checked })}
              />
            ),
          }}
          onChange={(next) => change({ variables: next })}
        />
      </div>
      <p className={styles.foot}>
        <span>{secretStorage === 'encrypted' ? t('environment.secretEncrypted') : null}</span>
        <span role="status">{state === 'idle' ? '' : t(`environment.${state}`)}</span>
      </p>
    </div>
  )
}
