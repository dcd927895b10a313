import styles from './tab-mark.module.css'

/** How much is in a tab, behind its label. */
export function TabCount({ count }: { readonly count: number }) {
  return <span className={styles.count}>{count}</span>
}

/** Says that there is something in a tab. @param label translated; without one it is for the eye alone */
export function TabDot({ label }: { readonly label?: string }) {
  return label === undefined ? (
    <span className={styles.dot} aria-hidden />
  ) : (
    <span className={styles.dot} role="img" aria-label={label} />
  )
}
