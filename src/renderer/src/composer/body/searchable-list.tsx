import { SearchBox } from '@fluentui/react-components'
import { visibleString } from '@shared/text/visible-string'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './searchable-list.module.css'

export type ListItem = { readonly id: string; readonly label: string; readonly detail: string }
export type ListGroup = { readonly id: string; readonly label: string; readonly items: readonly ListItem[] }

type SearchableListProps = {
  readonly label: string
  readonly searchLabel: string
  readonly groups: readonly ListGroup[]
  /** The item that the keyboard or the pointer is on; null when nothing is found. */
  readonly onActive?: (id: string | null) => void
  readonly onChoose: (id: string) => void
}

/** A list to choose from, with a search field that has the keyboard: arrows move in the list, Enter chooses. */
export function SearchableList({ label, searchLabel, groups, onActive, onChoose }: SearchableListProps) {
  const { t } = useTranslation('body')
  const id = useId()
  const [text, setText] = useState('')
  const [activeId, setActiveId] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => search(groups, text), [groups, text])
  const items = shown.flatMap((group) => group.items)
  const active = items.find((item) => item.id === activeId) ?? items[0] ?? null
  const shownId = active?.id ?? null
  useEffect(() => onActive?.(shownId), [onActive, shownId])
  useEffect(() => {
    if (activeId !== null) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const onKeyDown = (event: KeyboardEvent) => {
    const at = active ? items.indexOf(active) : -1
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      setActiveId(items[Math.max(0, Math.min(items.length - 1, next))]?.id ?? null)
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      onChoose(active.id)
    }
  }
  return (
    <div className={styles.pane}>
      <SearchBox
        autoFocus
        size="small"
        className={styles.search ?? ''}
        value={text}
        onChange={(_, { value }) => setText(value)}
        onKeyDown={onKeyDown}
        placeholder={searchLabel}
        input={{
          'aria-label': searchLabel,
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': id,
          'aria-autocomplete': 'list',
          ...(active ? { 'aria-activedescendant': `${id}${active.id}` } : {}),
        }}
      />
      <div ref={list} id={id} role="listbox" aria-label={label} className={styles.list}>
        {shown.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box
          <div key={group.id} role="group" aria-label={group.label} className={styles.group}>
            {group.label === '' ? null : (
              <div className={styles.heading} aria-hidden>
                {group.label}
              </div>
            )}
            {group.items.map((item) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the keyboard
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={item.id}
                id={`${id}${item.id}`}
                role="option"
                aria-selected={item === active}
                className={styles.option}
                onPointerMove={() => setActiveId(item.id)}
                onClick={() => onChoose(item.id)}
              >
                <span className={styles.label}>{item.label}</span>
                {item.detail === '' ? null : <span className={styles.detail}>{item.detail}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {items.length === 0 ? <p className={styles.nothing}>{t('pick.nothing', { text: visibleString(text) })}</p> : null}
    </div>
  )
}

/** Every word has to occur somewhere in the label, the detail or the group's name. */
function search(groups: readonly ListGroup[], text: string): readonly ListGroup[] {
  const words = text.trim().toLowerCase().split(/\s+/)
  return groups
    .map((group) => ({
      ...group,
      items: group.items.filter(({ label, detail }) => {
        const all = `${label} ${detail} ${group.label}`.toLowerCase()
        return words.every((word) => all.includes(word))
      }),
    }))
    .filter(({ items }) => items.length > 0)
}
