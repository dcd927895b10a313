import { say } from './say.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Runs a script's work and ends the process with the exit code it gives.
 * @param {() => Promise<number>} work
 */
export async function main(work) {
  try {
    process.exit(await work())
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exit(1)
  }
}
