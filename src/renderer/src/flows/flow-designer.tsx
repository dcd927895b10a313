import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { ArrowResetRegular, SaveRegular } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { followFlow, keepEdits, revertFlow, useFlowEdits } from '../state/flow-edits'
import { useView } from '../state/view-store'
import { VisibleText } from '../ui/visible-text'
import { saveFlow, toggleFlow } from './flow-actions'
import styles from './flow-designer.module.css'
import { FlowState } from './flow-state'
import { TriggerCard } from './trigger-card'

/** The chosen flow: its name and *Save* on top, then its trigger. */
export function FlowDesigner({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('flows')
  const edit = useFlowEdits((state) => state.edits[flow.id])
  const { content, isUnsaved, conflicts } = followFlow(edit, flow)
  useSaveShortcut(flow)
  return (
    <section className={styles.designer} aria-label={t('designer')}>
      <header className={styles.head}>
        <h2 className={styles.name}>
          <VisibleText text={flow.name} light />
        </h2>
        <FlowState state={flow.state} />
        <span className={styles.push} />
        {isUnsaved ? (
          <>
            <span className={styles.unsaved}>{t('unsaved')}</span>
            <Button appearance="subtle" icon={<ArrowResetRegular />} onClick={() => revertFlow(flow.id)}>
              {t('revert')}
            </Button>
          </>
        ) : null}
        <Button
          appearance="primary"
          icon={<SaveRegular />}
          title={t('saveHint')}
          disabledFocusable={!isUnsaved || conflicts.length > 0}
          onClick={() => void saveFlow(flow)}
        >
          {t('save')}
        </Button>
      </header>
      <div className={styles.scroll}>
        <div className={styles.page}>
          {conflicts.length > 0 ? (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{t('conflict.title')}</MessageBarTitle>
                {t('conflict.body', { fields: conflicts.map((field) => t(`field.${field}`)).join(', ') })}
              </MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={() => keepEdits(flow)}>
                  {t('conflict.keepMine')}
                </Button>
                <Button size="small" onClick={() => revertFlow(flow.id)}>
                  {t('conflict.takeTheirs')}
                </Button>
              </MessageBarActions>
            </MessageBar>
          ) : null}
          {flow.state === 'started' ? null : (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{t(`offHelp.${flow.state === 'suspended' ? 'suspended' : 'disabled'}`)}</MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={() => void toggleFlow(flow)}>
                  {t('menu.turnOn')}
                </Button>
              </MessageBarActions>
            </MessageBar>
          )}
          <TriggerCard flow={flow} content={content} />
        </div>
      </div>
    </section>
  )
}

/** Ctrl+S saves while the flows are on the screen and no dialog is open. */
function useSaveShortcut(flow: Flow): void {
  const current = useRef(flow)
  current.current = flow
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 's'
      if (!isSave || useView.getState().dialog !== null || document.querySelector('.fui-DialogSurface')) return
      event.preventDefault()
      void saveFlow(current.current)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
