import type { ReactNode } from 'react'
import styles from './pane-hint.module.css'

type PaneHintProps = {
  readonly title: string
  readonly text?: string
  /** Of the title; the pane's own heading is one above it. */
  readonly heading?: 'h2' | 'h3'
  readonly role?: 'status'
  /** Stands under the text. */
  readonly children?: ReactNode
}

/** A quiet message in the middle of a pane that has nothing to show. */
export function PaneHint({ title, text, heading: Heading = 'h2', role, children }: PaneHintProps) {
  return (
    <div className={styles.hint} role={role}>
      <Heading>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {children}
    </div>
  )
}

/** Buttons under a hint. */
export function HintActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
