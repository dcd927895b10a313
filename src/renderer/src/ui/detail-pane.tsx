import type { ReactNode } from 'react'
import styles from './detail-pane.module.css'

/** The pane of one thing whole; what is in it goes by the pane's width, not the window's. @param label translated */
export function DetailPane({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={styles.pane} aria-label={label}>
      {children}
    </section>
  )
}
