import type { TFunction } from 'i18next'
import { readingPhrases } from '../../inbox/detail/reading-phrases'

/** The words of the editor's own parts, as in the read-only one, and those of completion and lint. */
export function editorPhrases(t: TFunction<'detail'>, tBody: TFunction<'body'>): Readonly<Record<string, string>> {
  return {
    ...readingPhrases(t),
    Replace: tBody('search.replace'),
    replace: tBody('search.replaceOne'),
    'replace all': tBody('search.replaceAll'),
    'replaced match on line $': tBody('search.replacedOne', { line: '$' }),
    'replaced $ matches': tBody('search.replacedAll', { number: '$' }),
    Completions: tBody('completions'),
    Diagnostics: tBody('check.list'),
    'No diagnostics': tBody('check.matches'),
  }
}
