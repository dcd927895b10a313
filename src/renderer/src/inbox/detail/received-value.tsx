import { Link } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import styles from './received-value.module.css'

/** More than this is folded. */
const foldedLength = 400
const foldedLines = 8
/** More than this is never put on the page as one value; the JSON and Raw tabs show all of it. */
const shownLength = 20_000

type ReceivedValueProps = { readonly text: string; readonly mono?: boolean }

/** A value as received, as text only, with its line breaks. Long ones are folded and can be opened. */
export function ReceivedValue({ text, mono = false }: ReceivedValueProps) {
  const { t } = useTranslation('detail')
  const [isOpen, setIsOpen] = useState(false)
  const folded = foldedPart(text)
  const isLong = folded.length < text.length
  const shown = isLong && !isOpen ? `${folded}…` : text
  return (
    <span className={mono ? styles.mono : styles.value}>
      <VisibleText text={shown} multiline light maxLength={shownLength} />
      {isLong ? (
        <>
          {' '}
          <Link as="button" inline className={styles.more} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? t('value.showLess') : t('value.showAll', { count: text.length })}
          </Link>
        </>
      ) : null}
      {isOpen && text.length > shownLength ? (
        <span className={styles.hint}>{t('value.tooLong', { count: shownLength })}</span>
      ) : null}
    </span>
  )
}

function foldedPart(text: string): string {
  let end = Math.min(text.length, foldedLength)
  let at = -1
  for (let line = 0; line < foldedLines; line++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0 || at >= end) return text.slice(0, end)
  }
  end = at
  return text.slice(0, end)
}
