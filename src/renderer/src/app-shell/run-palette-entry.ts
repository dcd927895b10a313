import { assertNever } from '@shared/assert-never'
import { chooseFlow } from '../state/chosen-flow'
import { useInbox } from '../state/inbox-store'
import { useView } from '../state/view-store'
import { runCommand } from './commands'
import type { PaletteEntry } from './palette-entries'

/** Carries out what was chosen in the palette. The composer's code is loaded with the first use of it. */
export async function runPaletteEntry(entry: PaletteEntry): Promise<void> {
  switch (entry.kind) {
    case 'command':
      return runCommand(entry.id)
    case 'composer': {
      useView.getState().show('composer')
      const { composerCommands } = await import('../composer/composer-commands')
      return composerCommands[entry.id]()
    }
    case 'request': {
      useView.getState().show('composer')
      const { openNode } = await import('../state/composer-store')
      return openNode(entry.id)
    }
    case 'flow':
      chooseFlow(entry.id)
      return useView.getState().show('flows')
    case 'lead':
      useView.getState().show('inbox')
      return useInbox.getState().focus(entry.lead.id)
    default:
      return assertNever(entry)
  }
}
