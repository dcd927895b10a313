import type { EngineToShell } from '@shared/contract/engine-process-wire'
import { shellText } from './texts'

/**
 * The line for standard output that a message of the engine calls for, or null. The flow URL is given whole, with its
 * secret: it is what a person in a terminal wants to copy.
 */
function receiverLine(message: EngineToShell): string | null {
  if (message.kind === 'refused') return refusedLine(message.error.code)
  if (message.kind !== 'ready' && message.kind !== 'receiver') return null
  const { receiver, flowUrl } = message
  switch (receiver.state) {
    case 'listening':
      return shellText('output.flowUrl', { url: flowUrl })
    case 'port-in-use':
      return shellText('output.portInUse', { port: receiver.port })
    case 'failed':
      return shellText('output.receiverFailed', { code: receiver.error.code })
    default:
      return null
  }
}

/** Prints each line once, not again with every message that says the same. */
export function receiverPrinter(print: (line: string) => void): (message: EngineToShell) => void {
  let last: string | null = null
  return (message) => {
    const line = receiverLine(message)
    if (line !== null && line !== last) print(line)
    last = line ?? last
  }
}

function refusedLine(code: string): string {
  if (code === 'data-folder-in-use' || code === 'database-newer') return shellText(`output.refused.${code}`)
  return shellText('output.refused.other', { code })
}
