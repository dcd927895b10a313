import { join } from 'node:path'
import type { ComposerStateTable } from '../storage/composer-state-table'

const stateName = 'collections-folder'

/** The folder that the user chose for the collections, or `collections` in the data folder. */
export function collectionsFolder(state: ComposerStateTable, dataFolder: string): string {
  const chosen = state.get(stateName)
  return typeof chosen === 'string' && chosen !== '' ? chosen : join(dataFolder, 'collections')
}

export function rememberCollectionsFolder(state: ComposerStateTable, folder: string): void {
  state.set(stateName, folder)
}
