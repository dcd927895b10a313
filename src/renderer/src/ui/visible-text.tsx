import { Tooltip } from '@fluentui/react-components'
import { splitVisible } from '@shared/text/visible-characters'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './visible-text.module.css'

type VisibleTextProps = {
  /** Text as received from outside: never trusted, never markup. */
  readonly text: string
  /** Keeps line breaks and tabs (for views with lines); without it they are marked like other controls. */
  readonly multiline?: boolean
  readonly className?: string | undefined
  /** Longer text is cut to this many characters, with an ellipsis, so that one field cannot fill the screen. */
  readonly maxLength?: number
  /** Marks are explained by a native title instead of a tooltip component: for rows of long lists. */
  readonly light?: boolean
}

/** Received text, shown as text: control, direction-changing and invisible characters appear as small marks. */
export function VisibleText({ text, multiline = false, className, maxLength, light = false }: VisibleTextProps) {
  const { t } = useTranslation('common')
  const cut = maxLength !== undefined && text.length > maxLength
  const shown = cut ? text.slice(0, maxLength) : text
  const pieces: ReactNode[] = splitVisible(shown, multiline).map((piece, index) => {
    // Pieces have no identity but their place in the text, which is replaced as a whole.
    const key = `${index}`
    if (piece.kind === 'text') return <Fragment key={key}>{piece.text}</Fragment>
    const look = `${styles.mark} ${piece.label.length === 1 ? styles.picture : ''}`
    const meaning = t(`character.${piece.kind}`, { codePoint: piece.codePoint })
    if (light)
      return (
        <span key={key} className={look} title={meaning}>
          {piece.label}
        </span>
      )
    return (
      <Tooltip key={key} content={meaning} relationship="description">
        <span className={look}>{piece.label}</span>
      </Tooltip>
    )
  })
  return (
    <bdi className={`${styles.text} ${multiline ? styles.multiline : ''} ${className ?? ''}`}>
      {pieces}
      {cut ? '…' : null}
    </bdi>
  )
}
