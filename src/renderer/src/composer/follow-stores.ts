import { followCollections } from '../state/collections-store'
import { followComposer } from '../state/composer-follow'

/** Connects the stores of collections and tabs to the engine. Called once; history and runs are followed by their views. */
export function followComposerStores(): void {
  followCollections()
  followComposer()
}
