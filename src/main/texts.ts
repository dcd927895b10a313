import shell from '@resources/locales/en/shell.json'
import { fillText } from '@shared/text/fill-text'

type KeyOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Key : `${Key}.${KeyOf<Texts[Key]>}`
}[keyof Texts & string]

/** Name of a sentence in `resources/locales/<language>/shell.json`, with dots between its levels. */
export type ShellTextKey = KeyOf<typeof shell>

/** A sentence of the shell (menu, dialogs, notices, standard output) with its values filled in. */
export function shellText(key: ShellTextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const text = key.split('.').reduce<unknown>(readKey, shell)
  return fillText(typeof text === 'string' ? text : key, values)
}

function readKey(texts: unknown, key: string): unknown {
  return typeof texts === 'object' && texts !== null ? Reflect.get(texts, key) : undefined
}
