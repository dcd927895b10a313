/** Samples that can be sent to a flow; the texts of their labels are `sample.<id>` in the locale. */
export const sampleIds = [
  'article',
  'partner-center-test',
  'acquired',
  'contact-me',
  'do-not-contact',
  'azure-portal-create',
  'test-drive',
  'from-azure-marketplace',
  'from-azure-portal',
  'from-test-drive',
  'appsource',
  'shape-2018',
  'camel-case-keys',
  'missing-fields',
  'null-values',
  'blank-values',
  'wrong-types',
  'long-names',
  'non-latin-names',
  'hostile-strings',
  'broken-json',
  'duplicate',
] as const

export type SampleId = (typeof sampleIds)[number]
