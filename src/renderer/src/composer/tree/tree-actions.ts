import type { NodeId } from '@shared/collection/tree'
import { newRequest } from '@shared/request/request-template'
import i18next from 'i18next'
import { callEngine, callShell } from '../../state/bridge'
import { findNode } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { openNode, openTab, useComposer } from '../../state/composer-store'
import { closeToast, showErrorToast, showToast } from '../../state/toast-store'
import { offerUndo } from '../../ui/undo-toast'
import { type NodePlace, pastedPlace, placeNear, steppedPlace, topmost } from './drop-place'
import { moveNodes } from './move-nodes'
import { revealNode, setExpanded, startRename, useTree } from './tree-store'

const t = i18next.getFixedT(null, 'collections')

/** Opens a node in a tab: as a preview by a single click, to stay by a double click or Enter. */
export async function openFromTree(id: NodeId, preview: boolean): Promise<void> {
  await orExplain(openNode(id, { preview }), 'open')
}

/** Makes a request in (or after) a node, opens it, and lets the user name it. */
export async function createRequest(at: NodeId): Promise<void> {
  const place = placeNear(useCollections.getState().collections, at)
  if (!place) return
  await orExplain(
    (async () => {
      const content = { name: t('newRequest'), request: newRequest }
      const id = await callEngine('node.create-request', { place, content })
      setExpanded(place.parentId, true)
      await openNode(id)
      startRename(id)
    })(),
    'create',
  )
}

/** Makes a folder in (or after) a node and lets the user name it. */
export async function createFolder(at: NodeId): Promise<void> {
  const place = placeNear(useCollections.getState().collections, at)
  if (!place) return
  await orExplain(
    (async () => {
      const id = await callEngine('node.create-folder', { place, name: t('newFolder') })
      setExpanded(place.parentId, true)
      startRename(id)
    })(),
    'create',
  )
}

export async function renameNode(id: NodeId, name: string): Promise<void> {
  const node = findNode(useCollections.getState().collections, id)
  const typed = name.trim()
  useTree.setState({ renamingId: null })
  if (typed === '' || typed === node?.name) return
  await orExplain(callEngine('node.rename', { id, name: typed }), 'rename')
}

export async function duplicateNode(id: NodeId): Promise<void> {
  await orExplain(
    callEngine('node.duplicate', { id }).then((copy) => revealNode(copy)),
    'duplicate',
  )
}

/** Deletes nodes at once; for ten seconds it can be taken back. */
export async function deleteNodes(ids: readonly NodeId[]): Promise<void> {
  const { collections } = useCollections.getState()
  const chosen = topmost(collections, ids)
  const name = chosen[0] === undefined ? '' : (findNode(collections, chosen[0])?.name ?? '')
  if (chosen.length === 0) return
  await orExplain(
    callEngine('node.delete', { ids: [...chosen] }).then(({ undoToken }) => {
      offerUndo(t('act.deleted', { count: chosen.length, name }), () => callEngine('node.restore', { undoToken }))
    }),
    'delete',
  )
}

/** Moves nodes to a place; nodes inside of moved ones go along. */
export async function moveTo(ids: readonly NodeId[], place: NodePlace): Promise<void> {
  const chosen = topmost(useCollections.getState().collections, ids)
  if (chosen.length === 0) return
  await orExplain(
    moveNodes(chosen, place).then((moved) => {
      if (place.parentId !== null) setExpanded(place.parentId, true)
      if (moved[0] !== undefined && moved.length === 1) revealNode(moved[0])
    }),
    'move',
  )
}

/** Alt with an arrow: one place up or down. */
export async function stepNode(id: NodeId, step: 1 | -1): Promise<void> {
  const place = steppedPlace(useCollections.getState().collections, id, step)
  if (place) await moveTo([id], place)
}

/** Marks nodes to be moved by the next paste. */
export function cutNodes(ids: readonly NodeId[]): void {
  const { collections } = useCollections.getState()
  const cut = topmost(collections, ids).filter((id) => findNode(collections, id)?.kind !== 'example')
  const name = cut[0] === undefined ? '' : (findNode(collections, cut[0])?.name ?? '')
  useTree.setState({ cut })
  closeToast(cutToast)
  if (cut.length > 0) cutToast = showToast({ intent: 'info', title: t('act.cutDone', { count: cut.length, name }) })
}

let cutToast = ''

/** Moves what was cut to a node. False when nothing was cut. */
export function pasteNodes(at: NodeId): boolean {
  const { cut } = useTree.getState()
  if (cut.length === 0) return false
  const place = pastedPlace(useCollections.getState().collections, at, cut)
  if (place) void moveTo(cut, place)
  closeToast(cutToast)
  return true
}

/** Copies a saved request as a cURL command, its variables filled in and its secrets masked. */
export async function copyAsCurl(id: NodeId): Promise<void> {
  await orExplain(
    (async () => {
      const detail = await callEngine('node.get', { id })
      if (detail.kind !== 'request') return
      const { environmentId } = useComposer.getState().workspace
      const request = detail.content.request
      const code = await callEngine('request.code', { request, nodeId: id, environmentId, language: 'curl' })
      await callShell('clipboard.write', { text: code })
      showToast({ intent: 'success', title: t('act.copiedCurl'), body: t('act.copiedCurlHint') })
    })(),
    'copy',
  )
}

export function runNode(id: NodeId): void {
  openTab('runner', { nodeId: id })
}

async function orExplain(work: Promise<unknown>, failed: Failed): Promise<void> {
  try {
    await work
  } catch (error) {
    showErrorToast(t(`failed.${failed}`), error)
  }
}

type Failed = 'open' | 'create' | 'rename' | 'duplicate' | 'delete' | 'move' | 'copy'
