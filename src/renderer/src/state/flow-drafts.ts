import type { FlowAction } from '@shared/flow/action'
import i18next from 'i18next'
import { changeActions, type FlowActionsState, isUnsaved, useFlowActions } from './flow-actions-store'
import { contentFields, type FlowContent, type FlowEdit, useFlowEdits } from './flow-edits'
import { showErrorToast } from './toast-store'

// The number goes up when drafts that are written by an older version cannot be read any more.
const editPrefix = 'flow-edit-1-'
const stepsPrefix = 'flow-steps-1-'

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Keeps unsaved edits of flows while the window is closed: brings back those of last time, and writes what is edited
 * from now on, each flow's by itself.
 * @param storage the browser's localStorage
 */
export function keepFlowDrafts(storage: DraftStorage): void {
  // Steps wait until those that the engine keeps are read: they are laid over them.
  const waiting = new Map(readAll(storage, stepsPrefix, readSteps))
  let isFailing = false
  useFlowEdits.setState({ edits: Object.fromEntries(readAll(storage, editPrefix, readEdit)) })
  useFlowEdits.subscribe(({ edits }, before) => {
    for (const id of new Set([...Object.keys(edits), ...Object.keys(before.edits)])) {
      if (edits[id] !== before.edits[id]) keep(editPrefix + id, edits[id])
    }
  })
  useFlowActions.subscribe(({ flows }, before) => {
    for (const [id, state] of Object.entries(flows)) if (state !== before.flows[id]) followSteps(id, state)
  })

  function followSteps(id: string, state: FlowActionsState): void {
    if (state.state !== 'ready') return
    const kept = waiting.get(id)
    waiting.delete(id)
    if (kept) changeActions(id, () => kept)
    else keep(stepsPrefix + id, isUnsaved(state) ? state.actions : undefined)
  }

  function keep(key: string, draft: unknown): void {
    try {
      if (draft === undefined) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(draft))
      isFailing = false
    } catch (error) {
      // The storage is full: said once, not at every key.
      if (!isFailing) showErrorToast(i18next.t('collections:notJournalled'), error)
      isFailing = true
    }
  }
}

function readAll<Draft>(
  storage: DraftStorage,
  prefix: string,
  read: (kept: unknown) => Draft | null,
): readonly (readonly [string, Draft])[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const draft = read(parse(storage.getItem(key)))
      return draft === null ? [] : [[key.slice(prefix.length), draft] as const]
    })
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

function readEdit(kept: unknown): FlowEdit | null {
  if (!isRecord(kept)) return null
  const { base, content } = kept
  return isContent(base) && isContent(content) ? { base, content } : null
}

function isContent(kept: unknown): kept is FlowContent {
  return (
    isRecord(kept) &&
    contentFields.every((field) => typeof kept[field] === (field === 'schemaValidation' ? 'boolean' : 'string'))
  )
}

/** As this window wrote them; whether they can run is judged when they are saved. */
function readSteps(kept: unknown): readonly FlowAction[] | null {
  return Array.isArray(kept) && kept.every((step) => isRecord(step) && typeof step.type === 'string') ? kept : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
