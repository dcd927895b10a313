import { useEngine } from '../state/engine-store'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { ExportDialog } from './export-dialog'
import { NewFlowDialog } from './new-flow-dialog'
import { RegenerateDialog } from './regenerate-dialog'
import { SamplePayloadDialog } from './sample-payload-dialog'

/** The dialog that is open, if any. */
export function FlowsDialogs() {
  const dialog = useFlowsDialog((state) => state.dialog)
  const open = useFlowsDialog((state) => state.open)
  const flow = useEngine(({ hydration }) =>
    dialog && 'flowId' in dialog ? hydration?.flows.find(({ id }) => id === dialog.flowId) : undefined,
  )
  const close = () => open(null)
  if (dialog?.kind === 'new') return <NewFlowDialog onClose={close} />
  if (!dialog || !flow) return null
  switch (dialog.kind) {
    case 'sample':
      return <SamplePayloadDialog flow={flow} onClose={close} />
    case 'export':
      return <ExportDialog flow={flow} onClose={close} />
    case 'regenerate':
      return <RegenerateDialog flow={flow} onClose={close} />
  }
}
