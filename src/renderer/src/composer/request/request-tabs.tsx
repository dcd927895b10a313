import { Textarea } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons'
import type { InheritedContext } from '@shared/collection/node-content'
import type { Auth, RequestTemplate } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import type { Draft } from '@shared/workspace/draft'
import { useTranslation } from 'react-i18next'
import { changeDraft, chooseInDraft } from '../../state/composer-store'
import { TabLine } from '../../ui/tab-line'
import { TabCount, TabDot } from '../../ui/tab-mark'
import { AuthTab } from './auth-tab'
import { BodyTab } from './body-tab'
import { ChecksTab } from './checks-tab'
import { HeadersTab } from './headers-tab'
import { ParamsTab } from './params-tab'
import styles from './request-editor.module.css'
import tabStyles from './request-tabs.module.css'
import { SettingsTab } from './settings-tab'

const requestTabs = ['body', 'params', 'headers', 'auth', 'checks', 'settings', 'description'] as const
type RequestTab = (typeof requestTabs)[number]

/** The chosen tab, as the name of one of a draft's `selections`. */
const requestTabSelection = 'requestTab'

type RequestTabsProps = {
  readonly draft: Draft
  readonly request: RequestTemplate
  readonly scopes: readonly VariableScope[]
  readonly inherited: InheritedContext | null
  readonly clashes: boolean
}

const noAuth: Auth = { type: 'none' }

export function RequestTabs({ draft, request, scopes, inherited, clashes }: RequestTabsProps) {
  const { t } = useTranslation('request')
  const { id } = draft
  const tab = requestTabs.find((known) => known === draft.selections[requestTabSelection]) ?? 'body'
  const panel = () => {
    switch (tab) {
      case 'body':
        return <BodyTab draftId={id} request={request} scopes={scopes} />
      case 'params':
        return <ParamsTab draftId={id} request={request} scopes={scopes} />
      case 'headers':
        return <HeadersTab draftId={id} request={request} inherited={inherited?.auth ?? noAuth} scopes={scopes} />
      case 'auth':
        return <AuthTab draftId={id} request={request} inherited={inherited} scopes={scopes} clashes={clashes} />
      case 'checks':
        return <ChecksTab draftId={id} checks={draft.checks} scopes={scopes} />
      case 'settings':
        return <SettingsTab draftId={id} settings={request.settings} scopes={scopes} />
      case 'description':
        return (
          <Textarea
            className={`${tabStyles.description}`}
            aria-label={t('description.label')}
            placeholder={t('description.placeholder')}
            value={draft.description}
            onChange={(_, { value }) => changeDraft(id, { description: value })}
          />
        )
    }
  }
  return (
    <>
      <TabLine
        tabs={requestTabs.map((name) => ({
          name,
          label: t(`tab.${name}`),
          mark: <TabMark tab={name} draft={draft} request={request} clashes={clashes} />,
          id: tabId(id, name),
          controls: `${tabId(id, name)}-panel`,
        }))}
        selected={tab}
        onSelect={(name) => chooseInDraft(id, requestTabSelection, name)}
        label={t('tabs')}
        menuLabel={t('moreTabs')}
      />
      <div
        className={tab === 'body' ? styles.bodyPanel : styles.panel}
        role="tabpanel"
        id={`${tabId(id, tab)}-panel`}
        aria-labelledby={tabId(id, tab)}
      >
        {panel()}
      </div>
    </>
  )
}

function tabId(draftId: string, tab: RequestTab): string {
  return `request-tab-${tab}-${draftId}`
}

/** How much is in a tab: a number, a dot, or a sign that it needs a look. */
function TabMark({
  tab,
  draft,
  request,
  clashes,
}: Omit<RequestTabsProps, 'scopes' | 'inherited'> & { tab: RequestTab }) {
  const { t } = useTranslation('request')
  if (tab === 'auth' && clashes) {
    return <Warning16Filled className={`${styles.warning}`} aria-label={t('tabNote.warning')} />
  }
  if (tab === 'settings' && !request.settings.verifyTls) {
    return <Warning16Filled className={`${styles.warning}`} aria-label={t('tabNote.warning')} />
  }
  const mark = markOf(tab, draft, request)
  if (mark === 0 || mark === false) return null
  return mark === true ? <TabDot label={t('tabNote.filled')} /> : <TabCount count={mark} />
}

function markOf(tab: RequestTab, draft: Draft, request: RequestTemplate): number | boolean {
  switch (tab) {
    case 'body':
      return hasBody(request)
    case 'params':
      return request.params.filter((row) => row.enabled).length + request.pathVariables.length
    case 'headers':
      return request.headers.filter((row) => row.enabled && row.name !== '').length
    case 'auth':
      return request.auth.type !== 'inherit' && request.auth.type !== 'none'
    case 'checks':
      return draft.checks.filter((check) => check.enabled).length
    case 'settings':
      return request.settings.clientCertificate !== null || request.settings.proxy !== ''
    case 'description':
      return draft.description !== ''
  }
}

function hasBody({ body }: RequestTemplate): boolean {
  switch (body.type) {
    case 'none':
      return false
    case 'raw':
      return body.text !== ''
    case 'form-urlencoded':
    case 'form-data':
      return body.rows.length > 0
    case 'file':
      return body.file !== null
    case 'graphql':
      return body.query !== ''
  }
}
