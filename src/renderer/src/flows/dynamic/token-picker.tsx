import { Button, Popover, PopoverSurface, PopoverTrigger, SearchBox, Tooltip } from '@fluentui/react-components'
import { FlashRegular } from '@fluentui/react-icons'
import type { TriggerToken } from '@shared/template/trigger-tokens'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import { useDynamicContent } from './dynamic-content'
import styles from './token-picker.module.css'

type TokenPickerProps = {
  /** The field that it belongs to, for its name. */
  readonly label: string
  readonly onPick: (token: TriggerToken) => void
}

/** *Add dynamic content*: the trigger's tokens with a search; the arrows go through them, Enter takes one. */
export function TokenPicker({ label, onPick }: TokenPickerProps) {
  const { t } = useTranslation('flowActions')
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      open={isOpen}
      onOpenChange={(_, { open }) => setOpen(open)}
      positioning={{ position: 'below', align: 'end' }}
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={t('dynamic.add')} relationship="description">
          <Button
            appearance="subtle"
            size="small"
            className={`${styles.trigger}`}
            icon={<FlashRegular />}
            aria-label={t('dynamic.addTo', { field: label })}
          />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={`${styles.surface}`} aria-label={t('dynamic.title')}>
        <TokenList
          onPick={(token) => {
            setOpen(false)
            onPick(token)
          }}
        />
      </PopoverSurface>
    </Popover>
  )
}

function TokenList({ onPick }: { readonly onPick: (token: TriggerToken) => void }) {
  const { t } = useTranslation('flowActions')
  const { tokens } = useDynamicContent()
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const found = findTriggerTokens(tokens, typed)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons: readonly HTMLElement[] = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go from the search through the list
    <div className={styles.panel} onKeyDown={move}>
      <SearchBox
        size="small"
        autoFocus
        aria-label={t('dynamic.search')}
        placeholder={t('dynamic.search')}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
        onKeyDown={(event) => {
          const [first] = found
          if (event.key !== 'Enter') return
          // The text has the keyboard by the time this key would write its line break.
          event.preventDefault()
          if (first) onPick(first)
        }}
      />
      <p className={styles.source}>{t('dynamic.source')}</p>
      <ul ref={list} className={styles.list}>
        {found.map((token) => (
          <li key={token.written}>
            <button type="button" className={styles.item} onClick={() => onPick(token)}>
              <VisibleText text={token.name} light maxLength={80} className={styles.name} />
              <span className={styles.path}>
                <VisibleText
                  text={token.path === token.name || token.path === '' ? token.type : `${token.path} · ${token.type}`}
                  light
                  maxLength={160}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className={styles.source}>{t('dynamic.none')}</p> : null}
    </div>
  )
}

/** Pure: the tokens whose name or path has all words that were typed. */
function findTriggerTokens(tokens: readonly TriggerToken[], typed: string): readonly TriggerToken[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return tokens.filter(({ name, path }) => {
    const text = `${name} ${path}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
