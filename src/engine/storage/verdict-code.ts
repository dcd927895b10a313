import type { Verdict } from '@shared/lead/verdict'

/** Numbers of the verdicts in the database: never to be changed, 6 is part of an index's definition. */
const codes: Readonly<Record<Verdict, number>> = {
  matches: 1,
  'matches-with-warnings': 2,
  'does-not-match': 3,
  'not-a-lead': 4,
  'not-json': 5,
  unmatched: 6,
}

const verdictsByCode = new Map<number, Verdict>()
for (const [verdict, code] of Object.entries(codes) as [Verdict, number][]) verdictsByCode.set(code, verdict)

export function verdictCode(verdict: Verdict): number {
  return codes[verdict]
}

export function verdictOfCode(code: number): Verdict {
  const verdict = verdictsByCode.get(code)
  if (verdict === undefined) throw new Error(`The database holds the unknown verdict ${code}.`)
  return verdict
}
