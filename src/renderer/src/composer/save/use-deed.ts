import { type AppErrorData, toErrorData } from '@shared/app-error'
import { useState } from 'react'

/** Work that a dialog does: whether it is under way, and why it failed. */
export function useDeed(): {
  readonly isBusy: boolean
  readonly error: AppErrorData | null
  /** Does it; a failure is kept to be shown. */
  readonly run: (work: () => Promise<void>) => Promise<void>
} {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<AppErrorData | null>(null)
  return {
    isBusy,
    error,
    run: async (work) => {
      setBusy(true)
      setError(null)
      try {
        await work()
      } catch (caught) {
        setError(toErrorData(caught))
      } finally {
        setBusy(false)
      }
    },
  }
}
