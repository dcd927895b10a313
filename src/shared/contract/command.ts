import type { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'

/** A command's input schema, with the type of its output carried along for the compiler only. */
export type Command<Input extends z.ZodType, Output> = { readonly input: Input; readonly output?: Output }

/** Declares a command: `command<Output>()(inputSchema)`. */
export function command<Output>() {
  return <Input extends z.ZodType>(input: Input): Command<Input, Output> => ({ input })
}

export type CommandMap = Readonly<Record<string, Command<z.ZodType, unknown>>>

export type InputOf<Map extends CommandMap, Name extends keyof Map> = DeepReadonly<z.input<Map[Name]['input']>>
/** The input after its schema has filled defaults, as the handler gets it. */
export type CheckedInputOf<Map extends CommandMap, Name extends keyof Map> = DeepReadonly<z.output<Map[Name]['input']>>
export type OutputOf<Map extends CommandMap, Name extends keyof Map> = Exclude<Map[Name]['output'], undefined>

/** One handler for each command of a map; leaving one out is a type error. */
export type Handlers<Map extends CommandMap> = {
  readonly [Name in keyof Map]: (input: CheckedInputOf<Map, Name>) => OutputOf<Map, Name> | Promise<OutputOf<Map, Name>>
}
