import { createHash, randomUUID } from 'node:crypto'
import type { Variable } from '@shared/collection/node-content'
import type { NodeId } from '@shared/collection/tree'
import { isJsonObject, type JsonObject } from '@shared/json-value'
import type { SampleId } from '@shared/lead/sample-id'
import { buildSample } from '@shared/lead/samples'
import { newRequest, type RequestTemplate } from '@shared/request/request-template'
import { fillText } from '@shared/text/fill-text'
import type { EnvironmentStore } from '../environments/environment-store'
import type { ComposerStateTable } from '../storage/composer-state-table'
import type { CollectionStore } from './collection-store'
import { firstTexts } from './file-texts'
import { collectionSchemaUrl } from './formats/collection-schema-url'
import { newRequestItem } from './formats/write-item'
import { withItemId } from './item-id'

export type FirstCollectionParts = {
  readonly collections: CollectionStore
  readonly environments: EnvironmentStore
  readonly state: ComposerStateTable
  /** The full URL of the default flow with its signature; null while the receiver does not listen. */
  readonly defaultFlowUrl: () => string | null
  /** Told once, when the first collection was made: its environment is the one to begin with. */
  readonly onFirstCollection?: (made: { readonly collectionId: NodeId; readonly environmentId: string }) => void
}

const stateName = 'first-collection'
const urlVariable = 'flowUrl'

/** The samples that its requests send: at the top, and in a folder. */
const atTop = ['article', 'partner-center-test'] as const
const inFolder = ['contact-me', 'do-not-contact', 'azure-portal-create', 'test-drive', 'appsource'] as const

/**
 * Makes the collection *Articles* and the environment *My receiver* when the composer is used for the first time and its
 * folder is empty; once deleted they do not come back. Called again, it keeps the environment's URL that of the receiver,
 * as long as nobody has put another there.
 */
export async function prepareFirstCollection(parts: FirstCollectionParts): Promise<void> {
  const { collections, environments, state } = parts
  if (state.get(stateName) === null) {
    const isEmpty = collections.trees().length === 0 && environments.list().length === 0
    const made = isEmpty ? await makeFirst(parts) : null
    state.set(stateName, { environmentId: made?.environmentId ?? null, filled: null })
    if (made) parts.onFirstCollection?.(made)
  }
  await followReceiver(parts)
}

async function makeFirst({
  collections,
  environments,
}: FirstCollectionParts): Promise<{ readonly collectionId: NodeId; readonly environmentId: string }> {
  const environment = await environments.create(firstTexts.environment, [
    { name: urlVariable, value: '', enabled: true, secret: true, description: firstTexts.variable },
  ])
  const info = {
    _postman_id: randomUUID(),
    name: firstTexts.collection,
    description: fillText(firstTexts.description, {
      environment: firstTexts.environment,
      request: firstTexts.request.article.name,
    }),
    schema: collectionSchemaUrl,
  }
  const folder = withItemId({ name: firstTexts.folder, item: inFolder.map(toItem) }, randomUUID())
  const collectionId = await collections.addDocument({ info, item: [...atTop.map(toItem), folder] })
  return { collectionId, environmentId: environment.id }
}

function toItem(sample: (typeof atTop | typeof inFolder)[number]): JsonObject {
  const { name, description: text } = firstTexts.request[sample]
  const description = fillText(text, { variable: `{{${urlVariable}}}` })
  const checks = [{ type: 'status', enabled: true, expected: '2xx' }] as const
  return withItemId(newRequestItem({ name, description, request: postSample(sample), checks }), randomUUID())
}

function postSample(sample: SampleId): RequestTemplate {
  const { body, contentType } = buildSample(sample)
  return {
    ...newRequest,
    url: `{{${urlVariable}}}`,
    headers: [{ name: 'Content-Type', value: contentType, enabled: true, description: '' }],
    body: { type: 'raw', language: 'json', text: new TextDecoder().decode(body) },
  }
}

async function followReceiver({ environments, state, defaultFlowUrl }: FirstCollectionParts): Promise<void> {
  const noted = state.get(stateName)
  const url = defaultFlowUrl()
  if (!isJsonObject(noted) || typeof noted.environmentId !== 'string' || url === null) return
  const environment = environments.list().find(({ id }) => id === noted.environmentId)
  const isOurs = ({ name, secret, value }: Variable): boolean =>
    name === urlVariable && secret && value !== url && (value === '' || digest(value) === noted.filled)
  if (!environment?.variables.some(isOurs)) return
  const variables = environment.variables.map((variable) => (isOurs(variable) ? { ...variable, value: url } : variable))
  await environments.change(environment.id, { variables })
  state.set(stateName, { environmentId: environment.id, filled: digest(url) })
}

/** To know a URL of ours again without keeping its signature in the open. */
function digest(url: string): string {
  return createHash('sha256').update(url).digest('base64url')
}
