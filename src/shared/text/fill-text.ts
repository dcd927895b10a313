/** A sentence of the locale with `{{name}}` replaced by its value; for places without a translation library. */
export function fillText(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole))
}
