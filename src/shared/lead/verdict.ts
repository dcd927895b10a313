/** The one-word judgement on a captured request, as shown in the inbox. */
export const verdicts = [
  'matches',
  'matches-with-warnings',
  'does-not-match',
  'not-a-lead',
  'not-json',
  'unmatched',
] as const

export type Verdict = (typeof verdicts)[number]
