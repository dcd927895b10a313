import type { Variable } from '../collection/node-content'

/** Variables of one place. Later scopes win over earlier ones: collection, folders, environment, data row. */
export type VariableScope = {
  readonly kind: 'collection' | 'folder' | 'environment' | 'data'
  /** The name of the collection, folder or environment, for the hover. */
  readonly from: string
  readonly variables: readonly Pick<Variable, 'name' | 'value' | 'enabled' | 'secret'>[]
}
