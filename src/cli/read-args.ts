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

/** As {@link readArgs}, for a command that names one thing (a file) without a word before it. @param what for the error */
export function readArgsOf<Options extends NonNullable<ParseArgsConfig['options']>>(
  what: string,
  args: readonly string[],
  options: Options,
): {
  readonly named: string
  readonly values: ReturnType<
    typeof parseArgs<{ args: string[]; options: Options; strict: true; allowPositionals: true }>
  >['values']
} {
  const { positionals, values } = parse(args, options)
  const [named, ...others] = positionals
  if (named === undefined) throw new UsageError(`Say which ${what}.`)
  if (others.length > 0) throw new UsageError(`There can be only one ${what}: "${others[0]}" is too many.`)
  return { named, values }
}

function parse<Options extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
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
