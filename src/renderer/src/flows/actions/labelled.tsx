import type { ReactNode } from 'react'
import styles from './step-form.module.css'

type LabelledProps = { readonly label: string; readonly hint?: string; readonly children: ReactNode }

/** A label over a field that has its name for screen readers itself. */
export function Labelled({ label, hint, children }: LabelledProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
      {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
    </div>
  )
}
