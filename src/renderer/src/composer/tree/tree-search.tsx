import { SearchBox } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useTree } from './tree-store'

/** The id of the search's input: Fluent's type of the field's `ref` does not fit React 19's. */
const inputId = 'collections-search'

/** Puts the keyboard into the search, what is there chosen so that typing replaces it. */
export function focusTreeSearch(): void {
  const input = document.getElementById(inputId)
  if (!(input instanceof HTMLInputElement)) return
  input.focus()
  input.select()
}

type TreeSearchProps = {
  /** The user is done: Enter, the arrow down, or Esc in an empty field. */
  readonly onDone: () => void
}

/** Filters the tree while it is typed. */
export function TreeSearch({ onDone }: TreeSearchProps) {
  const { t } = useTranslation('collections')
  const search = useTree((state) => state.search)
  const type = (text: string) => useTree.setState({ search: text })
  return (
    <SearchBox
      id={inputId}
      size="small"
      style={{ maxWidth: 'none', width: '100%' }}
      maxLength={500}
      placeholder={t('tree.search')}
      aria-label={t('tree.search')}
      title={t('tree.searchHint')}
      value={search}
      onChange={(_, { value }) => type(value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          if (search === '') onDone()
          else type('')
        } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault()
          onDone()
        }
      }}
    />
  )
}
