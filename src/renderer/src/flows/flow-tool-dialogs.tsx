import { useFlowTools } from '../state/flow-tools-store'
import { ConnectionsDialog } from './connections/connections-dialog'
import { RehearsalDialog } from './rehearsal/rehearsal-dialog'

/** The dialogs beside the flows' cards; once in the view. */
export function FlowToolDialogs() {
  const { tool, open } = useFlowTools()
  if (tool === null) return null
  if (tool.kind === 'connections') {
    return <ConnectionsDialog kind={tool.connectionKind} onClose={() => open(null)} />
  }
  return <RehearsalDialog what={tool.kind} onClose={() => open(null)} />
}
