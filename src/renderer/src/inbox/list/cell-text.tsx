import { splitVisible } from '@shared/text/visible-characters'
import { VisibleText } from '../../ui/visible-text'
import { findParts } from './highlight'
import styles from './lead-row.module.css'

/** A row shows no more of a value than this; the detail shows all of it. */
const shownLength = 200

type CellTextProps = {
  /** As received: shown as text only. */
  readonly text: string
  /** Words of the search, to be marked. */
  readonly words: readonly string[]
}

/** A received value in a row, with what the search found marked. Plain text, nearly always, costs one element. */
export function CellText({ text, words }: CellTextProps) {
  const shown = text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
  const parts = findParts(shown, words)
  const isPlain = parts.length === 1 && !parts[0]?.found && splitVisible(shown, false).every((p) => p.kind === 'text')
  if (isPlain) return <bdi>{shown}</bdi>
  let at = 0
  return (
    <bdi>
      {parts.map((part) => {
        const key = at
        at += part.text.length
        const visible = <VisibleText key={key} text={part.text} light />
        return part.found ? (
          <mark key={key} className={styles.found}>
            {visible}
          </mark>
        ) : (
          visible
        )
      })}
    </bdi>
  )
}
