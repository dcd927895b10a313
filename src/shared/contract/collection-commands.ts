import { z } from 'zod'
import {
  containerChangesSchema,
  exampleContentSchema,
  newRequestSchema,
  requestChangesSchema,
  variableSchema,
} from '../collection/container-content-schema'
import type { ImportOutcome, InheritedContext, NodeDetail } from '../collection/node-content'
import type { CollectionTree, NodeId } from '../collection/tree'
import type { Environment, SecretStorage } from '../environment/environment'
import { command } from './command'

const nodeIdSchema = z.string().min(1).max(2000)
const nameSchema = z.string().trim().min(1).max(500)
const environmentIdSchema = z.string().min(1).max(500)

export type Collections = {
  readonly folder: string
  readonly collections: readonly CollectionTree[]
  readonly environments: readonly Environment[]
  readonly secretStorage: SecretStorage
}

/** Where a node comes to stand: as the last child, or before a sibling. */
const placeSchema = z.strictObject({ parentId: nodeIdSchema, beforeId: nodeIdSchema.nullable().default(null) })

/**
 * Requests on disk. Errors beside the general ones: `node-not-found`; `collection-changed-outside` when a revision is
 * not the file's; `collection-unreadable` {name, detail}; `import-*` for files that are not what they should be.
 */
export const collectionCommands = {
  'collections.get': command<Collections>()(z.strictObject({})),
  'collections.create': command<NodeId>()(z.strictObject({ name: nameSchema, description: z.string().default('') })),
  /** Reads files that the user chose (`fileTokens`) or dropped, or pasted text: Postman, HAR, cURL; told by content. */
  'collections.import': command<ImportOutcome>()(
    z.union([
      z.strictObject({ fileTokens: z.array(z.string()).min(1).max(100) }),
      z.strictObject({
        files: z
          .array(z.strictObject({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) }))
          .min(1)
          .max(100),
      }),
      z.strictObject({ text: z.string().max(60_000_000), into: placeSchema.nullable().default(null) }),
    ]),
  ),
  /** Postman v2.1. Secret variables, signatures and passwords are blanked unless `withSecrets`. */
  'collections.export': command<null>()(
    z.strictObject({ id: nodeIdSchema, fileToken: z.string(), withSecrets: z.boolean().default(false) }),
  ),
  /** Uses another folder from now on (chosen in a dialog); with `move` the files there are taken along. */
  'collections.use-folder': command<Collections>()(z.strictObject({ folderToken: z.string(), move: z.boolean() })),

  'node.get': command<NodeDetail>()(z.strictObject({ id: nodeIdSchema })),
  'node.context': command<InheritedContext>()(z.strictObject({ id: nodeIdSchema })),
  'node.create-folder': command<NodeId>()(z.strictObject({ place: placeSchema, name: nameSchema })),
  'node.create-request': command<NodeId>()(z.strictObject({ place: placeSchema, content: newRequestSchema })),
  'node.create-example': command<NodeId>()(z.strictObject({ requestId: nodeIdSchema, content: exampleContentSchema })),
  /** The new revision. `revision: null` overwrites whatever the file has now. */
  'node.change-request': command<{ readonly revision: string }>()(
    z.strictObject({ id: nodeIdSchema, revision: z.string().nullable(), changes: requestChangesSchema }),
  ),
  'node.change-container': command<{ readonly revision: string }>()(
    z.strictObject({ id: nodeIdSchema, revision: z.string().nullable(), changes: containerChangesSchema }),
  ),
  'node.rename': command<null>()(z.strictObject({ id: nodeIdSchema, name: nameSchema })),
  /** Collections move among themselves with `parentId` null. Gives the ids after the move, in the same order. */
  'node.move': command<readonly NodeId[]>()(
    z.strictObject({
      ids: z.array(nodeIdSchema).min(1).max(5000),
      place: z.strictObject({
        parentId: nodeIdSchema.nullable(),
        beforeId: nodeIdSchema.nullable().default(null),
      }),
    }),
  ),
  'node.duplicate': command<NodeId>()(z.strictObject({ id: nodeIdSchema })),
  /** Can be taken back with the token until the app is closed; deleted collection files wait in the data folder. */
  'node.delete': command<{ readonly undoToken: string; readonly count: number }>()(
    z.strictObject({ ids: z.array(nodeIdSchema).min(1).max(5000) }),
  ),
  'node.restore': command<null>()(z.strictObject({ undoToken: z.string() })),

  'environment.create': command<Environment>()(z.strictObject({ name: nameSchema })),
  'environment.change': command<Environment>()(
    z.strictObject({
      id: environmentIdSchema,
      name: nameSchema.optional(),
      variables: z.array(variableSchema).max(5000).optional(),
    }),
  ),
  'environment.duplicate': command<Environment>()(z.strictObject({ id: environmentIdSchema })),
  'environment.delete': command<{ readonly undoToken: string }>()(z.strictObject({ id: environmentIdSchema })),
  'environment.restore': command<null>()(z.strictObject({ undoToken: z.string() })),
  'environment.export': command<null>()(
    z.strictObject({ id: environmentIdSchema, fileToken: z.string(), withSecrets: z.boolean().default(false) }),
  ),
} as const

export type CollectionCommands = typeof collectionCommands
