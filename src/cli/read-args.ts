import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './usage-error'

/** Parses the words of one command strictly. @throws UsageError naming what is wrong */
export function readArgs<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; strict: true; allowPositionals: false }>>['values'] {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A whole number within bounds. @throws UsageError */
export function readNumber(name: string, text: string, smallest: number, largest: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= smallest && number <= largest) return number
  throw new UsageError(`--${name} takes a whole number from ${smallest} to ${largest}, not "${text}".`)
}
