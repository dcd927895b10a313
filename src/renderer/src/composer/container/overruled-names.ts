import type { Variable } from '@shared/collection/node-content'

/** Pure: the names that are there more than once among the variables in use, each once; the last row of one counts. */
export function overruledNames(variables: readonly Variable[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { name, enabled } of variables) {
    if (!enabled || name === '') continue
    if (seen.has(name)) twice.add(name)
    seen.add(name)
  }
  return [...twice]
}
