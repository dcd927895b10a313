import type { AppErrorData } from '../app-error'
import type { Variable } from '../collection/node-content'

/** A set of variables, one Postman environment file in the collections' folder; secret values are not in the file. */
export type Environment = {
  /** The file's name. */
  readonly id: string
  readonly name: string
  readonly variables: readonly Variable[]
  /** Why the file cannot be read (broken by a merge, for example); it has no variables then and cannot be changed. */
  readonly problem: AppErrorData | null
}

/** Where secret values are kept. `session`: the system has no keyring, so they are forgotten when the app is closed. */
export type SecretStorage = 'encrypted' | 'session'
