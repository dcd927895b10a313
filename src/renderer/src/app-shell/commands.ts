import { everyLead, type LeadQuery } from '@shared/lead/lead-query'
import i18next from 'i18next'
import { tellMenuCommand } from '../state/bridge'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { useInbox } from '../state/inbox-store'
import { useView } from '../state/view-store'
import { undoLatest } from '../ui/undo-toast'
import { copyFlowUrl, openDataFolder, openTunnel, sendSample, startReceiver, stopReceiver } from './actions'

/** Everything that the palette, the menu and the keyboard can ask for. */
export const commandIds = [
  'view-inbox',
  'view-composer',
  'view-flows',
  'view-partner-center',
  'view-guide',
  'view-settings',
  'find',
  'send-sample',
  'send-test-lead',
  'copy-flow-url',
  'new-flow',
  'import-flow',
  'tunnel',
  'export-leads',
  'new-offer',
  'validate-offer',
  'stop-lead-streams',
  'show-unread',
  'show-all',
  'undo-delete',
  'receiver-start',
  'receiver-stop',
  'open-data-folder',
  'command-palette',
  'keyboard-shortcuts',
  'about',
] as const

export type CommandId = (typeof commandIds)[number]

/** The keys of a command, as `Ctrl+K`; on a Mac Ctrl stands for ⌘. The menu (`src/main/menu-template.ts`) has the same. */
export const shortcuts: Partial<Readonly<Record<CommandId, string>>> = {
  'view-inbox': 'Ctrl+1',
  'view-composer': 'Ctrl+2',
  'view-flows': 'Ctrl+3',
  'view-partner-center': 'Ctrl+4',
  'view-guide': 'Ctrl+5',
  'view-settings': 'Ctrl+,',
  find: 'Ctrl+F',
  'send-sample': 'Ctrl+Enter',
  'copy-flow-url': 'Ctrl+Shift+U',
  'export-leads': 'Ctrl+E',
  'undo-delete': 'Ctrl+Z',
  'command-palette': 'Ctrl+K',
  'keyboard-shortcuts': 'Ctrl+/',
}

/** Shortcuts that mean something else, or nothing, while requests are composed. */
export const notInComposer: readonly CommandId[] = ['find', 'send-sample', 'export-leads']

export function commandLabel(id: CommandId): string {
  return i18next.t(`command.${id}`, { ns: 'frame' })
}

/** Carries a command out. */
export function runCommand(id: CommandId): void {
  actions[id]()
}

const actions: Readonly<Record<CommandId, () => void>> = {
  'view-inbox': () => useView.getState().show('inbox'),
  'view-composer': () => useView.getState().show('composer'),
  'view-flows': () => useView.getState().show('flows'),
  'view-partner-center': () => useView.getState().show('partner-center'),
  'view-guide': () => useView.getState().show('guide'),
  'view-settings': () => useView.getState().show('settings'),
  find,
  'send-sample': () => void sendSample('article'),
  'send-test-lead': () => void sendSample('partner-center-test'),
  'copy-flow-url': () => void copyFlowUrl(),
  'new-flow': newFlow,
  'import-flow': () => void importIntoFlows(),
  tunnel: openTunnel,
  'export-leads': () => tellInbox('export-leads'),
  'new-offer': () => void tellPartnerCenter('new-offer'),
  'validate-offer': () => void tellPartnerCenter('validate-offer'),
  'stop-lead-streams': () => void tellPartnerCenter('stop-lead-streams'),
  'show-unread': () => showLeads({ ...everyLead, unread: true }),
  'show-all': () => showLeads(everyLead),
  'undo-delete': () => undoLatest(),
  'receiver-start': () => void startReceiver(),
  'receiver-stop': () => void stopReceiver(),
  'open-data-folder': () => void openDataFolder(),
  'command-palette': () => useView.getState().open('palette'),
  'keyboard-shortcuts': () => useView.getState().open('shortcuts'),
  about: () => useView.getState().open('about'),
}

function showLeads(query: LeadQuery): void {
  useView.getState().show('inbox')
  useInbox.getState().setQuery(query)
}

function newFlow(): void {
  useView.getState().show('flows')
  useFlowsDialog.getState().open({ kind: 'new' })
}

async function importIntoFlows(): Promise<void> {
  useView.getState().show('flows')
  const { importFlow } = await import('../flows/flow-actions')
  await importFlow()
}

/** In the composer it searches the saved requests, elsewhere the leads. */
function find(): void {
  if (useView.getState().view === 'composer') void findRequests()
  else tellInbox('find')
}

async function findRequests(): Promise<void> {
  const { composerCommands } = await import('../composer/composer-commands')
  composerCommands.searchRequests()
}

/** Its code is loaded with the first use of it. */
async function tellPartnerCenter(command: 'new-offer' | 'validate-offer' | 'stop-lead-streams'): Promise<void> {
  useView.getState().show('partner-center')
  const { partnerCommands } = await import('../partner-center/partner-commands')
  await partnerCommands[command]()
}

/** The list of leads listens for these; it has to be on the screen, and a closing dialog has to give the focus back. */
function tellInbox(command: 'find' | 'export-leads'): void {
  useView.getState().show('inbox')
  requestAnimationFrame(() => requestAnimationFrame(() => tellMenuCommand(command)))
}
