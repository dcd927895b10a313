import { Button, Field, Input, Spinner, Tab, TabList, Textarea } from '@fluentui/react-components'
import { AddRegular, PlayRegular, SaveRegular } from '@fluentui/react-icons'
import type { ContainerContent } from '@shared/collection/node-content'
import type { Draft } from '@shared/workspace/draft'
import { useTranslation } from 'react-i18next'
import { findNode } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { savedDetail } from '../../state/composer-state'
import { changeDraft, chooseInDraft, useBacking, useDraft } from '../../state/composer-store'
import { type ContainerForm as Form, readContainerForm, writeContainerForm } from '../../state/draft-content'
import { useContextOf, useVariableScopes } from '../../state/variable-scopes'
import { VisibleText } from '../../ui/visible-text'
import { AuthEditor } from '../request/auth-tab'
import { startRequest } from '../request/start-request'
import { saveAndTell } from '../save/save-and-tell'
import { runNode } from '../tree/tree-actions'
import styles from './container-form.module.css'
import { KeptScripts } from './kept-scripts'
import { VariablesTable } from './variables-table'

const tabs = ['overview', 'auth', 'variables', 'scripts'] as const
type FormTab = (typeof tabs)[number]

/** A collection or folder as a form: its description, and what all requests in it have from it. */
export function ContainerForm({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('collections')
  const draft = useDraft(draftId)
  const backing = useBacking(draftId)
  if (!draft) return null
  const form = readContainerForm(draft.content)
  if (!form) return <Spinner className={styles.waiting} size="small" label={t('view.loading')} />
  const saved = savedDetail(backing)
  const content = saved?.kind === 'collection' || saved?.kind === 'folder' ? saved.content : null
  return <FormOf draft={draft} form={form} content={content} isDeleted={backing.state === 'deleted'} />
}

type FormOfProps = {
  readonly draft: Draft
  readonly form: Form
  readonly content: ContainerContent | null
  readonly isDeleted: boolean
}

function FormOf({ draft, form, content, isDeleted }: FormOfProps) {
  const { t } = useTranslation('collections')
  const node = useCollections((state) => (draft.nodeId === null ? null : findNode(state.collections, draft.nodeId)))
  const scopes = useVariableScopes(draft)
  // The folder's own auth is what is edited here: it inherits from what is around it.
  const around = useContextOf(node?.kind === 'folder' ? node.parentId : null)
  const chosen = tabs.find((tab) => tab === draft.selections.tab) ?? 'overview'
  const change = (changes: Partial<Form>) => {
    changeDraft(draft.id, { content: writeContainerForm({ ...form, ...changes }) })
  }
  const { nodeId } = draft
  const counts: Partial<Record<FormTab, number>> = {
    variables: form.variables.length,
    scripts: content?.scripts.length ?? 0,
  }
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <VisibleText text={draft.name} maxLength={200} />
        </h2>
        <div className={styles.actions}>
          <Button
            size="small"
            appearance="primary"
            icon={<SaveRegular />}
            disabled={!draft.unsaved || isDeleted}
            onClick={() => void saveAndTell(draft.id)}
          >
            {t('container.save')}
          </Button>
          {nodeId !== null && !isDeleted ? (
            <>
              <Button size="small" icon={<PlayRegular />} onClick={() => runNode(nodeId)}>
                {t('container.run')}
              </Button>
              <Button size="small" icon={<AddRegular />} onClick={() => startRequest({ parentId: nodeId })}>
                {t('container.newRequest')}
              </Button>
            </>
          ) : null}
        </div>
      </div>
      <TabList
        size="small"
        selectedValue={chosen}
        onTabSelect={(_, { value }) => chooseInDraft(draft.id, 'tab', `${value}`)}
      >
        {tabs.map((tab) => (
          <Tab key={tab} value={tab}>
            {t(`container.${tab}`)}
            {counts[tab] ? ` (${counts[tab]})` : ''}
          </Tab>
        ))}
      </TabList>
      <div className={styles.body}>
        {chosen === 'overview' ? (
          <>
            <Field
              label={t('container.name')}
              {...(draft.name.trim() === '' ? { validationMessage: t('container.nameMissing') } : {})}
            >
              <Input
                maxLength={500}
                value={draft.name}
                onChange={(_, { value }) => changeDraft(draft.id, { name: value })}
              />
            </Field>
            <Field label={t('container.description')}>
              <Textarea
                rows={8}
                resize="vertical"
                placeholder={t('container.descriptionHint')}
                value={draft.description}
                onChange={(_, { value }) => changeDraft(draft.id, { description: value })}
              />
            </Field>
            {node?.kind === 'collection' ? (
              <p className={styles.hint}>
                <VisibleText text={t('container.file', { file: node.fileName })} />
              </p>
            ) : null}
          </>
        ) : null}
        {chosen === 'auth' ? (
          <>
            <p className={styles.hint}>{t('container.authHint')}</p>
            <AuthEditor auth={form.auth} onChange={(auth) => change({ auth })} scopes={scopes} inherited={around} />
          </>
        ) : null}
        {chosen === 'variables' ? (
          <VariablesTable variables={form.variables} onChange={(variables) => change({ variables })} />
        ) : null}
        {chosen === 'scripts' ? <KeptScripts scripts={content?.scripts ?? []} /> : null}
      </div>
    </div>
  )
}
