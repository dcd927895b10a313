import styles from './method-badge.module.css'

/** A method as a short coloured word; the word alone tells it, the colour only helps. */
export function MethodBadge({ method }: { readonly method: string }) {
  const shown = method.trim().toUpperCase()
  return <span className={`${styles.badge} ${looks[shown] ?? ''}`}>{shortNames[shown] ?? shown.slice(0, 6)}</span>
}

const shortNames: Readonly<Record<string, string>> = { DELETE: 'DEL', OPTIONS: 'OPT' }

const looks: Readonly<Record<string, string | undefined>> = {
  GET: styles.read,
  HEAD: styles.read,
  OPTIONS: styles.read,
  POST: styles.write,
  PUT: styles.change,
  PATCH: styles.change,
  DELETE: styles.remove,
}
