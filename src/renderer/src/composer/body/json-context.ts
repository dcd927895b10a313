import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

type TreeNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>

/** Where in JSON a place of the text is; the parser copes with text that is still being written. */
export type JsonContext = {
  readonly kind: 'key' | 'value'
  /** The keys that lead to the object (`key`) or to the value; null within a list, where no documented field is. */
  readonly path: readonly string[] | null
  /** What is written there already, with its quotes; empty where nothing is. */
  readonly from: number
  readonly to: number
  /** The keys that the object around has. */
  readonly siblings: readonly string[]
}

/** So much white space before a place is looked through. */
const spaceLimit = 1000

/** null: neither a key nor a value has its place there. */
export function jsonContextAt(state: EditorState, at: number): JsonContext | null {
  const node = syntaxTree(state).resolveInner(at, -1)
  const object = around(node, 'Object')
  // A list between the place and the object around it.
  if (around(node, 'Array', object)) return null
  if (!object) return null
  const siblings = keysOf(state, object)
  if (node.name === 'PropertyName') {
    return { kind: 'key', path: pathTo(state, object), from: node.from, to: node.to, siblings }
  }
  const isScalar = node.name === 'String' || node.name === 'Number' || node.name === '⚠'
  const from = isScalar ? node.from : at
  const to = isScalar ? Math.max(at, node.to) : at
  const last = state
    .sliceDoc(Math.max(object.from, from - spaceLimit), from)
    .trimEnd()
    .at(-1)
  // A property whose value is not written yet ends before the place.
  const property = object.getChildren('Property').findLast((candidate) => candidate.from < at)
  if (property && last === ':') {
    return { kind: 'value', path: pathTo(state, property), from, to, siblings }
  }
  if (last !== '{' && last !== ',') return null
  return { kind: 'key', path: pathTo(state, object), from, to, siblings }
}

/** The keys from the top of the text down to a node; null where a list is among them. */
function pathTo(state: EditorState, node: TreeNode): readonly string[] | null {
  const path: string[] = []
  for (let current: TreeNode | null = node; current; current = current.parent) {
    if (current.name === 'Array') return null
    if (current.name !== 'Property') continue
    const name = current.getChild('PropertyName')
    if (name) path.unshift(keyOf(state, name))
  }
  return path
}

function keysOf(state: EditorState, object: TreeNode): readonly string[] {
  return object.getChildren('Property').flatMap((property) => {
    const name = property.getChild('PropertyName')
    return name ? [keyOf(state, name)] : []
  })
}

function keyOf(state: EditorState, name: TreeNode): string {
  const written = state.sliceDoc(name.from, name.to)
  try {
    const key: unknown = JSON.parse(written)
    return typeof key === 'string' ? key : written
  } catch {
    return written.replaceAll('"', '')
  }
}

/** The nearest node of a kind, the node itself included, up to another one. */
function around(node: TreeNode, name: string, until: TreeNode | null = null): TreeNode | null {
  for (let current: TreeNode | null = node; current; current = current.parent) {
    if (until && current.from === until.from && current.name === until.name) return null
    if (current.name === name) return current
  }
  return null
}
