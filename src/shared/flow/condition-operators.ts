/** How a *Condition* compares its values, as texts; case counts. */
export const conditionOperators = [
  'equals',
  'not-equals',
  'contains',
  'starts-with',
  'ends-with',
  'is-blank',
  'is-not-blank',
] as const
