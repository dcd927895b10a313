import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { refreshDraft } from '../state/composer-follow'
import { useBacking, useDraft } from '../state/composer-store'
import { keepMine, saveMineAsNew, takeTheirs } from '../state/draft-conflict'
import { ErrorBar } from '../ui/error-text'
import styles from './composer-view.module.css'
import { saveAndTell } from './save/save-and-tell'

/** What the file behind a tab has to say: a change from outside that meets edits, a deletion, an unreadable file. */
export function BackingBars({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('collections')
  const backing = useBacking(draftId)
  const kind = useDraft(draftId)?.kind
  return (
    <div className={styles.bars}>
      {backing.state === 'conflict' ? (
        <Bar intent="warning" title={t('bar.conflict')} body={t('bar.conflictBody')}>
          <Button size="small" title={t('bar.keepMineHint')} onClick={() => keepMine(draftId)}>
            {t('bar.keepMine')}
          </Button>
          <Button size="small" title={t('bar.takeTheirsHint')} onClick={() => takeTheirs(draftId)}>
            {t('bar.takeTheirs')}
          </Button>
          {kind === 'request' ? (
            <Button size="small" onClick={() => saveMineAsNew(draftId)}>
              {t('bar.saveAsNew')}
            </Button>
          ) : null}
        </Bar>
      ) : null}
      {backing.state === 'deleted' ? (
        <Bar
          intent="info"
          title={t('bar.deleted')}
          body={kind === 'request' ? t('bar.deletedBody') : t('bar.deletedContainer')}
        >
          {kind === 'request' ? (
            <Button size="small" onClick={() => void saveAndTell(draftId)}>
              {t('bar.save')}
            </Button>
          ) : null}
        </Bar>
      ) : null}
      {backing.state === 'failed' ? (
        <ErrorBar error={backing.error}>
          <Button size="small" onClick={() => void refreshDraft(draftId)}>
            {t('view.retry')}
          </Button>
        </ErrorBar>
      ) : null}
    </div>
  )
}

type BarProps = {
  readonly intent: 'warning' | 'info'
  readonly title: string
  readonly body: string
  readonly children: ReactNode
}

function Bar({ intent, title, body, children }: BarProps) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {body}
      </MessageBarBody>
      {children ? <MessageBarActions>{children}</MessageBarActions> : null}
    </MessageBar>
  )
}
