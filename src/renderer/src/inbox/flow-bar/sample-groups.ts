import type { SampleId } from '@shared/lead/sample-id'

/** The samples as the menu groups them; names are `sampleGroup.<id>`. */
export const sampleGroups: readonly {
  readonly id: 'usual' | 'imperfect' | 'hard'
  readonly samples: readonly SampleId[]
}[] = [
  {
    id: 'usual',
    samples: [
      'article',
      'partner-center-test',
      'contact-me',
      'do-not-contact',
      'azure-portal-create',
      'test-drive',
      'appsource',
      'shape-2018',
    ],
  },
  {
    id: 'imperfect',
    samples: ['camel-case-keys', 'missing-fields', 'null-values', 'blank-values', 'wrong-types', 'broken-json'],
  },
  { id: 'hard', samples: ['long-names', 'non-latin-names', 'hostile-strings'] },
]
