import type { ServerResponse } from 'node:http'
import type { Answer } from '@shared/lead/lead-detail'
import type { HeldAnswer } from './received-request'
import type { Load } from './receiver-context'

/**
 * Gives an answer later, or closes the connection without one. Its request is stored already: it holds no memory but
 * this, and `stop` does not wait for it but has it given at once (`load.held`).
 */
export function holdAnswer(
  load: Load,
  response: ServerResponse,
  held: HeldAnswer,
  give: (answer: Answer) => void,
): void {
  // The sender has hung up meanwhile.
  if (response.destroyed) return
  const giveNow = (): void => {
    letGo()
    if (held.hold.drop) response.destroy()
    else give(held.answer)
  }
  const letGo = (): void => {
    clearTimeout(timer)
    load.held.delete(giveNow)
    response.off('close', letGo)
  }
  const timer = setTimeout(giveNow, load.stopping ? 0 : held.hold.afterMs)
  load.held.add(giveNow)
  response.once('close', letGo)
}
