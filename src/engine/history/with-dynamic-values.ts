import type { DynamicValue } from '@shared/variables/resolve-text'

/**
 * Runs `work` with the dynamic variables. The names and words behind them are large: they are loaded only when a trial
 * run has asked for one, and `work`, which must do nothing but compute, is then done again.
 */
export async function withDynamicValues<Result>(
  load: () => Promise<DynamicValue>,
  work: (dynamic: DynamicValue) => Result,
): Promise<Result> {
  let asked = false
  const trial = attempt(() =>
    work(() => {
      asked = true
      return ''
    }),
  )
  if (asked) return work(await load())
  if (trial.ok) return trial.result
  throw trial.error
}

function attempt<Result>(
  work: () => Result,
): { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly error: unknown } {
  try {
    return { ok: true, result: work() }
  } catch (error) {
    return { ok: false, error }
  }
}
