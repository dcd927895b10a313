import { Group, type GroupProps, Separator } from 'react-resizable-panels'
import styles from './split.module.css'

/** Panes (`Panel`) beside each other or one below the other, as large as there is room. */
export function Split(props: Omit<GroupProps, 'className'>) {
  return <Group {...props} className={styles.split} />
}

/** The line between two panes, which moves their border. @param label translated */
export function SplitLine({ label }: { readonly label: string }) {
  return <Separator className={styles.line} aria-label={label} />
}
