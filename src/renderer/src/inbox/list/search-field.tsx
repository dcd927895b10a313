import { SearchBox } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInbox } from '../../state/inbox-store'

/** Milliseconds without a key before the engine is asked: short enough to feel live, long enough to skip half words. */
const debounceMs = 150
/** The longest search that the engine takes. */
const longestSearch = 500

/** The id of the search's input: Fluent's type of the field's `ref` does not fit React 19's. */
const inputId = 'lead-search'

/** Puts the keyboard into the search, what is there chosen so that typing replaces it. */
export function focusSearch(): void {
  const input = document.getElementById(inputId)
  if (!(input instanceof HTMLInputElement)) return
  input.focus()
  input.select()
}

type SearchFieldProps = {
  /** The user is done with the search: Enter, the arrow down, or Esc in an empty field. */
  readonly onDone: () => void
}

/** Search as you type. Esc clears it, a second Esc goes back to the list. */
export function SearchField({ onDone }: SearchFieldProps) {
  const { t } = useTranslation('inbox')
  const searched = useInbox((state) => state.query.text)
  const [typed, setTyped] = useState(searched)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // "Clear filters" and links clear the search from outside.
  useEffect(() => setTyped(searched), [searched])

  const search = (text: string) => {
    clearTimeout(timer.current)
    const { query, setQuery } = useInbox.getState()
    if (text !== query.text) setQuery({ ...query, text })
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    if (text.trim() === '') search('')
    else timer.current = setTimeout(() => search(text), debounceMs)
  }
  return (
    <SearchBox
      id={inputId}
      size="small"
      style={{ maxWidth: 'none', flex: 1, minWidth: 120 }}
      maxLength={longestSearch}
      placeholder={t('list.search')}
      aria-label={t('list.search')}
      title={t('list.searchHint')}
      value={typed}
      onChange={(_, { value }) => type(value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          if (typed === '') onDone()
          else type('')
        } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault()
          search(typed)
          onDone()
        }
      }}
    />
  )
}
