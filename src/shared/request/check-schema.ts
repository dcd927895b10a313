import { z } from 'zod'

/** A check on the answer, without code. `id` tells the rows of a table apart. */
export const checkSchema = z.discriminatedUnion('type', [
  /** `expected` is a status (`202`), a class (`2xx`) or several of both split by commas. */
  z.strictObject({ type: z.literal('status'), enabled: z.boolean(), expected: z.string().max(200) }),
  /** The whole exchange took less than this many milliseconds. */
  z.strictObject({
    type: z.literal('time-below'),
    enabled: z.boolean(),
    milliseconds: z.number().min(0).max(3_600_000),
  }),
  z.strictObject({ type: z.literal('header-exists'), enabled: z.boolean(), name: z.string().max(1000) }),
  z.strictObject({
    type: z.literal('header-equals'),
    enabled: z.boolean(),
    name: z.string().max(1000),
    expected: z.string().max(100_000),
  }),
  /** `path` is `error.code`, `items[0].id`, or a JSON pointer that begins with `/`. */
  z.strictObject({ type: z.literal('json-exists'), enabled: z.boolean(), path: z.string().max(1000) }),
  /** `expected` is read as JSON where it can be (`12`, `true`, `"x"`), else it is the text itself. */
  z.strictObject({
    type: z.literal('json-equals'),
    enabled: z.boolean(),
    path: z.string().max(1000),
    expected: z.string().max(100_000),
  }),
])

export const checksSchema = z.array(checkSchema).max(200)
