import { Button } from '@fluentui/react-components'
import { AddRegular, ArrowImportRegular, CheckmarkCircle16Filled, Warning16Filled } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCollections } from '../../state/collections-store'
import { useComposer } from '../../state/composer-store'
import { ErrorBar } from '../../ui/error-text'
import { ToolDialog } from '../../ui/tool-dialog'
import { VisibleText } from '../../ui/visible-text'
import { useDeed } from '../save/use-deed'
import { createEnvironment, importEnvironments } from './environment-deeds'
import { EnvironmentForm } from './environment-form'
import styles from './environments.module.css'
import { useEnvironmentsDialog } from './environments-dialog-store'

/** The environments with their variables. What is changed is saved at once. */
export function EnvironmentsDialog() {
  const { t } = useTranslation('request')
  const environments = useCollections((state) => state.environments)
  const usedId = useComposer((state) => state.workspace.environmentId)
  const { chosenId, choose, close } = useEnvironmentsDialog()
  const deed = useDeed()
  const chosen =
    environments.find(({ id }) => id === (chosenId ?? usedId)) ??
    environments.find(({ id }) => id === usedId) ??
    environments[0]
  const list = useRef<HTMLUListElement>(null)
  const chosenNow = chosen?.id
  // With a deleted environment its form goes, and the button that had the keyboard with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen
  useEffect(() => {
    if (document.activeElement === document.body) {
      list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
    }
  }, [chosenNow])
  return (
    <ToolDialog title={t('environment.title')} onClose={close}>
      <p className={styles.intro}>{t('environment.intro', { example: '{{flowUrl}}' })}</p>
      {deed.error ? <ErrorBar error={deed.error} /> : null}
      <div className={styles.columns}>
        <div className={styles.side}>
          <div className={styles.sideBar}>
            <Button
              size="small"
              icon={<AddRegular />}
              disabled={deed.isBusy}
              onClick={() => void deed.run(async () => choose(await createEnvironment()))}
            >
              {t('environment.new')}
            </Button>
            <Button
              size="small"
              icon={<ArrowImportRegular />}
              disabled={deed.isBusy}
              onClick={() =>
                void deed.run(async () => {
                  const id = await importEnvironments()
                  if (id !== null) choose(id)
                })
              }
            >
              {t('environment.import')}
            </Button>
          </div>
          <ul ref={list} className={styles.list} aria-label={t('environment.list')}>
            {environments.map(({ id, name, problem }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.item}
                  aria-current={id === chosen?.id}
                  onClick={() => choose(id)}
                >
                  <VisibleText text={name} light maxLength={60} />
                  {problem ? (
                    <span className={styles.used}>
                      <Warning16Filled aria-hidden />
                      {t('environment.unreadable')}
                    </span>
                  ) : null}
                  {id === usedId ? (
                    <span className={styles.used}>
                      <CheckmarkCircle16Filled aria-hidden />
                      {t('environment.inUse')}
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </div>
        {chosen?.problem ? (
          <div className={styles.form}>
            <ErrorBar error={chosen.problem} />
          </div>
        ) : chosen ? (
          <EnvironmentForm key={chosen.id} environment={chosen} isUsed={chosen.id === usedId} />
        ) : (
          <p className={styles.empty}>{t('environment.empty')}</p>
        )}
      </div>
    </ToolDialog>
  )
}
