import type { TFunction } from 'i18next'

/** The words of the editor's own parts, as in the read-only one, and those of completion and lint. */
export function editorPhrases(t: TFunction<'detail'>, tBody: TFunction<'body'>): Readonly<Record<string, string>> {
  return {
    Find: t('code.search.find'),
    next: t('code.search.next'),
    previous: t('code.search.previous'),
    all: t('code.search.all'),
    'match case': t('code.search.matchCase'),
    regexp: t('code.search.regexp'),
    'by word': t('code.search.byWord'),
    close: t('code.search.close'),
    'current match': t('code.search.currentMatch'),
    'on line': t('code.search.onLine'),
    'Fold line': t('code.foldLine'),
    'Unfold line': t('code.unfoldLine'),
    'folded code': t('code.folded'),
    unfold: t('code.unfold'),
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
