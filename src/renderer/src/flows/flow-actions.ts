import type { Flow } from '@shared/flow/flow'
import { visibleString } from '@shared/text/visible-string'
import i18next from 'i18next'
import { callEngine, callShell } from '../state/bridge'
import { chooseFlow } from '../state/chosen-flow'
import { useEngine } from '../state/engine-store'
import { editedChanges, followFlow, keepEdits, revertFlow, useFlowEdits } from '../state/flow-edits'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { showErrorToast, showToast } from '../state/toast-store'
import { offerUndo } from '../ui/undo-toast'

/** Stores what was edited of the trigger. Not while a conflict waits: its bar asks first. @returns whether all is stored */
export async function saveTrigger(flow: Flow): Promise<boolean> {
  const edit = useFlowEdits.getState().edits[flow.id]
  const { isUnsaved, conflicts } = followFlow(edit, flow)
  if (!isUnsaved) return true
  if (conflicts.length > 0) return false
  return orTell('failed.save', async () => {
    const stored = await callEngine('flow.change', { id: flow.id, changes: editedChanges(edit, flow) })
    takeFlow(stored)
    // What was typed while it was being stored stays unsaved.
    if (followFlow(useFlowEdits.getState().edits[flow.id], stored).isUnsaved) keepEdits(stored)
    else revertFlow(flow.id)
  })
}

export function tellSaved(flow: Flow): void {
  showToast({ intent: 'success', title: i18next.t('saved', { ns: 'flows', name: visibleString(flow.name) }) })
}

export async function renameFlow(flow: Flow, name: string): Promise<void> {
  useFlowsDialog.getState().rename(null)
  const wanted = name.trim()
  if (wanted === '' || wanted === flow.name) return
  await orTell('failed.rename', async () =>
    takeFlow(await callEngine('flow.change', { id: flow.id, changes: { name: wanted } })),
  )
}

export async function duplicateFlow(flow: Flow): Promise<void> {
  await orTell('failed.duplicate', async () => {
    const copy = await callEngine('flow.duplicate', { id: flow.id })
    takeFlow(copy)
    chooseFlow(copy.id)
  })
}

/** Turns a flow on or off; one that is suspended is turned on. */
export async function toggleFlow(flow: Flow): Promise<void> {
  const state = flow.state === 'started' ? 'disabled' : 'started'
  await orTell('failed.toggle', async () =>
    takeFlow(await callEngine('flow.change', { id: flow.id, changes: { state } })),
  )
}

/** Deletes at once and offers to take it back for ten seconds. The last flow stays, and it is said why. */
export async function deleteFlow(flow: Flow): Promise<void> {
  const { state } = flow
  if (state === 'deleted') return
  await orTell('failed.delete', async () => {
    takeFlow(await callEngine('flow.delete', { id: flow.id }))
    offerUndo(i18next.t('deleted', { ns: 'flows', name: visibleString(flow.name) }), async () => {
      takeFlow(await callEngine('flow.restore', { id: flow.id, state }))
      chooseFlow(flow.id)
    })
  })
}

/** Brings a deleted flow back, turned off: nothing arrives before the user wants it. */
export async function restoreFlow(flow: Flow): Promise<void> {
  await orTell('failed.restore', async () => {
    takeFlow(await callEngine('flow.restore', { id: flow.id, state: 'disabled' }))
    chooseFlow(flow.id)
  })
}

export async function exportFlow(flow: Flow, withSignature: boolean): Promise<void> {
  await orTell('failed.export', async () => {
    const file = await callShell('file.choose-save', { suggestedName: flow.name.slice(0, 200), extension: 'json' })
    if (file === null) return
    await callEngine('flow.export', { id: flow.id, fileToken: file.token, withSignature })
    showToast({ intent: 'success', title: i18next.t('exported', { ns: 'flows', file: visibleString(file.name) }) })
  })
}

export async function importFlow(): Promise<void> {
  await orTell('failed.import', async () => {
    const [file] = await callShell('file.choose-open', { extensions: ['json'], multiple: false })
    if (!file) return
    const flow = await callEngine('flow.import', { fileToken: file.token })
    takeFlow(flow)
    chooseFlow(flow.id)
    const title = i18next.t('imported', { ns: 'flows', name: visibleString(flow.name) })
    showToast({ intent: 'success', title, body: i18next.t('importedHelp', { ns: 'flows' }) })
  })
}

/** @throws AppError where the engine cannot be asked */
export async function createFlow(name: string): Promise<void> {
  const flow = await callEngine('flow.create', { name })
  takeFlow(flow)
  chooseFlow(flow.id)
}

/** Shows a flow as the engine answered it, a moment before its event says the same. */
function takeFlow(flow: Flow): void {
  useEngine.setState(({ hydration }) => {
    if (hydration === null) return {}
    const isKnown = hydration.flows.some(({ id }) => id === flow.id)
    const flows = isKnown
      ? hydration.flows.map((known) => (known.id === flow.id ? flow : known))
      : [...hydration.flows, flow]
    return { hydration: { ...hydration, flows } }
  })
}

type Failure = `failed.${'save' | 'rename' | 'duplicate' | 'toggle' | 'delete' | 'restore' | 'export' | 'import'}`

/** @returns whether it succeeded */
async function orTell(failure: Failure, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    showErrorToast(i18next.t(failure, { ns: 'flows' }), error)
    return false
  }
}
