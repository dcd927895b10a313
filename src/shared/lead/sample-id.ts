/** Samples that can be sent to a flow; the texts of their labels are `sample.<id>` in the locale. */
export const sampleIds = [
  'article',
  'partner-center-test',
  'contact-me',
  'do-not-contact',
  'azure-portal-create',
  'test-drive',
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
] as const

export type SampleId = (typeof sampleIds)[number]
