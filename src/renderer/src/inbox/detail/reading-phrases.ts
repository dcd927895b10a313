import type { TFunction } from 'i18next'

/** The words of a read-only editor's own parts: search and folding. */
export function readingPhrases(t: TFunction<'detail'>): Readonly<Record<string, string>> {
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
  }
}
