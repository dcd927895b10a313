import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activateDraft, closeDraft, useComposer } from '../../state/composer-store'
import { moveDraft, moveDraftBefore } from '../../state/composer-tabs'
import { pointOf } from '../point-of'
import styles from './tab-bar.module.css'
import { TabItem } from './tab-item'
import { TabMenu } from './tab-menu'

type MenuAt = { readonly id: string; readonly x: number; readonly y: number }

/** The open tabs. Arrow keys move among them, Delete closes, Ctrl+Shift with an arrow moves the tab itself. */
export function TabStrip() {
  const { t } = useTranslation('collections')
  const tabs = useComposer((state) => state.workspace.tabs)
  const activeTab = useComposer((state) => state.workspace.activeTab)
  const strip = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<{ readonly id: string; readonly after: boolean } | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a tab that is opened, moved or chosen comes into view
  useEffect(() => {
    const show = () => {
      const active = strip.current?.querySelector('[aria-selected="true"]')?.parentElement
      active?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    show()
    const sizes = new ResizeObserver(show)
    if (strip.current) sizes.observe(strip.current)
    return () => sizes.disconnect()
  }, [activeTab, tabs])

  const focusTab = (id: string | undefined) => {
    if (id === undefined) return
    activateDraft(id)
    requestAnimationFrame(() => document.getElementById(`tab-${id}`)?.focus())
  }
  const endDrag = () => {
    setDragged(null)
    setOver(null)
  }
  const dragOver = (event: DragEvent, id: string) => {
    if (dragged === null) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    const box = event.currentTarget.getBoundingClientRect()
    const after = event.clientX > box.left + box.width / 2
    if (over?.id !== id || over.after !== after) setOver({ id, after })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (dragged !== null && over !== null) {
      const at = tabs.indexOf(over.id)
      moveDraftBefore(dragged, (over.after ? tabs[at + 1] : over.id) ?? null)
    }
    endDrag()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const id = activeTab
    if (id === null) return
    const at = tabs.indexOf(id)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step !== 0 && event.ctrlKey && event.shiftKey) moveDraft(id, step)
    else if (step !== 0) focusTab(tabs[at + step])
    else if (event.key === 'Home') focusTab(tabs[0])
    else if (event.key === 'End') focusTab(tabs.at(-1))
    else if (event.key === 'Delete') {
      focusTab(tabs[at + 1] ?? tabs[at - 1])
      activateDraft(id)
      closeDraft(id)
    } else if (event.key === 'Enter' || event.key === ' ') activateDraft(id, true)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      setMenu({ id, ...pointOf(event.target) })
    } else return
    event.preventDefault()
  }
  return (
    <>
      <div
        ref={strip}
        role="tablist"
        aria-label={t('tab.list')}
        className={styles.strip}
        onKeyDown={onKeyDown}
        onWheel={(event) => {
          if (event.deltaX === 0 && strip.current) strip.current.scrollLeft += event.deltaY
        }}
      >
        {tabs.map((id) => (
          <TabItem
            key={id}
            draftId={id}
            isActive={id === activeTab}
            mark={over?.id === id && dragged !== id ? (over.after ? 'after' : 'before') : null}
            onMenu={(x, y) => setMenu({ id, x, y })}
            onDragStart={() => setDragged(id)}
            onDragOver={(event) => dragOver(event, id)}
            onDrop={drop}
            onDragEnd={endDrag}
          />
        ))}
      </div>
      {menu ? <TabMenu draftId={menu.id} at={menu} onClose={() => setMenu(null)} /> : null}
    </>
  )
}
