import { BoxRegular, DismissFilled, DocumentTextRegular, HistoryRegular, PlayRegular } from '@fluentui/react-icons'
import type { Draft } from '@shared/workspace/draft'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOf } from '../../state/collections-store'
import { activateDraft, closeDraft, useComposer, useDraft } from '../../state/composer-store'
import { markedText } from '../../ui/marked-text'
import { VisibleText } from '../../ui/visible-text'
import { MethodBadge } from '../method-badge'
import styles from './tab-bar.module.css'
import { tabAddress, useTabName } from './tab-name'

type TabItemProps = {
  readonly draftId: string
  readonly isActive: boolean
  /** Where a dragged tab would be put. */
  readonly mark: 'before' | 'after' | null
  readonly onMenu: (x: number, y: number) => void
  readonly onDragStart: () => void
  readonly onDragOver: (event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
  readonly onDragEnd: () => void
}

/** A tab: what it shows, whether it has unsaved edits, and its cross (the keyboard has Delete and Ctrl+W). */
export function TabItem({ draftId, isActive, mark, onMenu, onDragStart, onDragOver, onDrop, onDragEnd }: TabItemProps) {
  const { t } = useTranslation('collections')
  const draft = useDraft(draftId)
  const isPreview = useComposer((state) => state.previewTab === draftId)
  const name = useTabName(draft)
  if (!draft) return null
  const place = draft.nodeId === null ? '' : placeOf(draft.nodeId)
  const notes = [draft.unsaved ? t('tab.unsaved') : '', isPreview ? t('tab.preview') : ''].filter(Boolean).join(', ')
  const looks = [
    styles.tab,
    isActive ? styles.active : '',
    isPreview ? styles.preview : '',
    draft.unsaved ? styles.unsaved : '',
    mark === 'before' ? styles.dropBefore : mark === 'after' ? styles.dropAfter : '',
  ]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tab inside has the keyboard; this is the mouse's larger target
    <div
      className={looks.filter(Boolean).join(' ')}
      role="presentation"
      draggable
      title={[
        [place, name]
          .filter(Boolean)
          .map((part) => markedText(part))
          .join(' / '),
        tabAddress(draft),
      ]
        .filter(Boolean)
        .join('\n')}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('application/x-lead-inspector-tab', draftId)
        onDragStart()
      }}
      onDragOver={onDragOver}
      onDrop={onDrop}
      onDragEnd={onDragEnd}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(event.clientX, event.clientY)
      }}
      // The middle button: Chromium scrolls with it unless it is told not to.
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      onAuxClick={(event) => event.button === 1 && closeDraft(draftId)}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list of tabs listens for the keys of all */}
      <div
        id={`tab-${draftId}`}
        role="tab"
        aria-selected={isActive}
        aria-controls={isActive ? `tab-panel-${draftId}` : undefined}
        aria-label={[name, notes].filter(Boolean).join(', ')}
        tabIndex={isActive ? 0 : -1}
        className={styles.face}
        onClick={() => activateDraft(draftId)}
        onDoubleClick={() => activateDraft(draftId, true)}
      >
        <TabIcon draft={draft} />
        <span className={styles.name}>
          <VisibleText text={name} maxLength={80} light />
        </span>
      </div>
      <button
        type="button"
        className={styles.close}
        tabIndex={-1}
        aria-hidden
        title={t('tab.closeName', { name })}
        onClick={() => closeDraft(draftId)}
      >
        {draft.unsaved ? <span className={styles.dot} /> : null}
        <DismissFilled className={styles.cross ?? ''} fontSize={12} />
      </button>
    </div>
  )
}

function TabIcon({ draft }: { readonly draft: Draft }) {
  switch (draft.kind) {
    case 'request':
      return <MethodBadge method={draft.request?.method ?? ''} />
    case 'container':
      return <BoxRegular className={styles.icon ?? ''} />
    case 'example':
      return <DocumentTextRegular className={styles.icon ?? ''} />
    case 'runner':
      return <PlayRegular className={styles.icon ?? ''} />
    case 'history':
      return <HistoryRegular className={styles.icon ?? ''} />
  }
}
