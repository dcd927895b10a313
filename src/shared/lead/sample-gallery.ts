import type { SampleId } from './sample-id'

/** Languages that *Generate a realistic lead* has; names are `body:samples.language.<id>`. */
export const leadLanguages = ['en', 'de', 'fr', 'es', 'sv', 'ru', 'ja', 'zh'] as const

export type LeadLanguage = (typeof leadLanguages)[number]

export type GalleryEntry =
  | { readonly kind: 'sample'; readonly id: SampleId }
  | { readonly kind: 'realistic'; readonly id: LeadLanguage }

export type GalleryGroup = {
  readonly id: 'documented' | 'actions' | 'sources' | 'imperfect' | 'hard' | 'realistic'
  readonly entries: readonly GalleryEntry[]
}

/** The samples as the composer's gallery groups them; names are `body:samples.group.<id>`. Each stands in one group. */
export const galleryGroups: readonly GalleryGroup[] = [
  { id: 'documented', entries: samples('article', 'partner-center-test', 'shape-2018') },
  {
    id: 'actions',
    entries: samples('acquired', 'contact-me', 'do-not-contact', 'azure-portal-create', 'test-drive'),
  },
  {
    id: 'sources',
    entries: samples('from-azure-marketplace', 'from-azure-portal', 'from-test-drive', 'appsource'),
  },
  {
    id: 'imperfect',
    entries: samples(
      'camel-case-keys',
      'missing-fields',
      'null-values',
      'blank-values',
      'wrong-types',
      'broken-json',
      'duplicate',
    ),
  },
  { id: 'hard', entries: samples('long-names', 'non-latin-names', 'hostile-strings') },
  { id: 'realistic', entries: leadLanguages.map((id) => ({ kind: 'realistic', id })) },
]

function samples(...ids: readonly SampleId[]): readonly GalleryEntry[] {
  return ids.map((id) => ({ kind: 'sample', id }))
}
