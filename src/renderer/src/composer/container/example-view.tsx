import { Button, Tab, TabList } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons'
import type { ExampleContent } from '@shared/collection/node-content'
import { useTranslation } from 'react-i18next'
import { findNode } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { chooseInDraft, openNewRequest, useDraft } from '../../state/composer-store'
import { VisibleText } from '../../ui/visible-text'
import formStyles from './container-form.module.css'
import styles from './example-view.module.css'

const tabs = ['bodyTab', 'headers'] as const

/** A saved answer, to be read only. */
export function ExampleView({ draftId, content }: { readonly draftId: string; readonly content: ExampleContent }) {
  const { t } = useTranslation('collections')
  const draft = useDraft(draftId)
  const collections = useCollections((state) => state.collections)
  const node = draft?.nodeId ? findNode(collections, draft.nodeId) : null
  const request = node?.kind === 'example' ? findNode(collections, node.parentId) : null
  const chosen = tabs.find((tab) => tab === draft?.selections.tab) ?? 'bodyTab'
  const open = () => {
    if (!content.request) return
    const parentId = request?.kind === 'request' ? request.parentId : undefined
    openNewRequest({ request: content.request, name: content.name, ...(parentId ? { parentId } : {}) })
  }
  return (
    <div className={formStyles.form}>
      <div className={formStyles.head}>
        <h2 className={formStyles.title}>
          <VisibleText text={content.name} maxLength={200} />
        </h2>
        <div className={formStyles.actions}>
          <Button
            size="small"
            icon={<OpenRegular />}
            disabled={!content.request}
            title={content.request ? undefined : t('example.noRequest')}
            onClick={open}
          >
            {t('example.open')}
          </Button>
        </div>
      </div>
      <p className={styles.about}>
        <VisibleText text={t('example.body', { request: request?.name ?? '' })} maxLength={300} />
      </p>
      <p className={styles.status} data-good={content.status !== null && content.status < 400 ? true : undefined}>
        {content.status === null ? (
          t('example.noStatus')
        ) : (
          <VisibleText text={`${content.status} ${content.reason}`} maxLength={200} />
        )}
      </p>
      <TabList
        size="small"
        selectedValue={chosen}
        onTabSelect={(_, { value }) => chooseInDraft(draftId, 'tab', `${value}`)}
      >
        <Tab value="bodyTab">{t('example.bodyTab')}</Tab>
        <Tab value="headers">
          {t('example.headers')}
          {content.headers.length > 0 ? ` (${content.headers.length})` : ''}
        </Tab>
      </TabList>
      <div className={formStyles.body}>
        {chosen === 'bodyTab' ? <Body text={content.body} /> : <Headers headers={content.headers} />}
      </div>
    </div>
  )
}

function Body({ text }: { readonly text: string }) {
  const { t } = useTranslation('collections')
  if (text === '') return <p className={formStyles.hint}>{t('example.noBody')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <pre className={styles.code} tabIndex={0}>
      <VisibleText text={text} multiline maxLength={200_000} light />
    </pre>
  )
}

function Headers({ headers }: Pick<ExampleContent, 'headers'>) {
  const { t } = useTranslation('collections')
  if (headers.length === 0) return <p className={formStyles.hint}>{t('example.noHeaders')}</p>
  return (
    <dl className={styles.headers}>
      {headers.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header can come twice; the list is only shown
        <div key={index}>
          <dt>
            <VisibleText text={name} light />
          </dt>
          <dd>
            <VisibleText text={value} light />
          </dd>
        </div>
      ))}
    </dl>
  )
}
