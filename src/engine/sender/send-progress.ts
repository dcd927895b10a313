import type { Transfer } from './exchange'

/** Bytes so far; a total of null is not known. */
export type SendProgress = {
  readonly sent: number
  readonly sentTotal: number | null
  readonly received: number
  readonly receivedTotal: number | null
}

const intervalMs = 100

export type ProgressMeter = Transfer & { readonly stop: () => void }

/** Counts the bytes of a send and tells of them at most ten times a second, and of the last ones when it is stopped. */
export function createProgress(sentTotal: number, onProgress: (progress: SendProgress) => void): ProgressMeter {
  let sent = 0
  let received = 0
  let receivedTotal: number | null = null
  let told = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | null = null

  function tell(): void {
    timer = null
    told = performance.now()
    onProgress({ sent, sentTotal, received, receivedTotal })
  }

  function changed(): void {
    if (timer !== null) return
    const wait = intervalMs - (performance.now() - told)
    if (wait <= 0) tell()
    else timer = setTimeout(tell, wait)
  }

  return {
    onSent(bytes) {
      sent = bytes
      changed()
    },
    onReceived(bytes, total) {
      received = bytes
      receivedTotal = total
      changed()
    },
    stop() {
      if (timer === null) return
      clearTimeout(timer)
      tell()
    },
  }
}
