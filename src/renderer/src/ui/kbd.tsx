import styles from './kbd.module.css'

/** A shortcut as keys, e.g. `keys="Ctrl+K"`; on a Mac Ctrl is shown as ⌘. */
export function Kbd({ keys }: { readonly keys: string }) {
  const isMac = window.leadInspector.platform === 'darwin'
  const names = (isMac ? keys.replace('Ctrl', '⌘').replace('Shift', '⇧').replace('Alt', '⌥') : keys).split('+')
  return (
    <span className={styles.keys}>
      {names.map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  )
}
