import type { ReactNode } from 'react'
import styles from './pane-hint.module.css'

type PaneHintProps = {
  readonly title: string
  readonly text?: string
  /** Buttons. */
  readonly children?: ReactNode
}

/** A quiet message in the middle of the pane, where there is no lead to show. */
export function PaneHint({ title, text, children }: PaneHintProps) {
  return (
    <div className={styles.hint}>
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  )
}
