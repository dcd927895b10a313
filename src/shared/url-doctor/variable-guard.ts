/** Stands for a `{{variable}}` while rules change the text around it: a character for private use, which no URL has. */
const first = 0xe000
const most = 0x1900

export type GuardedText = { readonly text: string; readonly restore: (changed: string) => string }

/** Hides the variables of a text from rules that would change them: `{{ flow url }}` has spaces and keeps them. */
export function guardVariables(text: string): GuardedText {
  const variables: string[] = []
  const guarded = text.replace(/\{\{[^{}]+\}\}/g, (variable) => {
    if (variables.length === most) return variable
    variables.push(variable)
    return String.fromCharCode(first + variables.length - 1)
  })
  return {
    text: guarded,
    restore: (changed) => changed.replace(/[\ue000-\uf8ff]/g, (mark) => variables[mark.charCodeAt(0) - first] ?? mark),
  }
}

/** Whether a variable stands in a guarded text. */
export function hasGuarded(text: string): boolean {
  return /[\ue000-\uf8ff]/.test(text)
}
