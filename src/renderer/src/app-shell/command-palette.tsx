import { Dialog, DialogSurface, Input } from '@fluentui/react-components'
import { FlowRegular, PersonRegular, SearchRegular, SendRegular, WindowConsoleRegular } from '@fluentui/react-icons'
import { everyLead } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { composerShortcuts } from '../composer/composer-shortcuts'
import { callEngine } from '../state/bridge'
import { useCollections } from '../state/collections-store'
import { useEngine } from '../state/engine-store'
import { useView, type View } from '../state/view-store'
import { Kbd } from '../ui/kbd'
import { useReturnFocus } from '../ui/use-return-focus'
import { VisibleText } from '../ui/visible-text'
import styles from './command-palette.module.css'
import { notInComposer, shortcuts } from './commands'
import { matchEntries, type PaletteEntry, paletteEntries } from './palette-entries'
import { runPaletteEntry } from './run-palette-entry'

/** Every command with its shortcut, every flow and saved request and the newest leads, found by a few letters. */
export function CommandPalette() {
  const { t } = useTranslation('frame')
  const open = useView((state) => state.open)
  const view = useView((state) => state.view)
  useReturnFocus()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const leads = useRecentLeads()
  const listId = useId()
  const collections = useCollections((state) => state.collections)
  const flows = useEngine((state) => state.hydration?.flows)
  const entries = matchEntries(paletteEntries({ leads, collections, flows, view }), typed)
  const chosen = entries[Math.min(at, entries.length - 1)]

  const run = (entry: PaletteEntry) => {
    open(null)
    void runPaletteEntry(entry)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((Math.min(at, entries.length - 1) + step + entries.length) % Math.max(1, entries.length))
    }
    if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(chosen)
    }
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && open(null)}>
      <DialogSurface className={styles.surface} aria-label={t('palette.label')}>
        <div className={styles.body}>
          <Input
            className={styles.input}
            size="large"
            appearance="filled-lighter"
            contentBefore={<SearchRegular />}
            placeholder={t('palette.placeholder')}
            value={typed}
            onChange={(_, data) => {
              setTyped(data.value)
              setAt(0)
            }}
            onKeyDown={onKeyDown}
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-label={t('palette.placeholder')}
            aria-activedescendant={chosen ? optionId(listId, chosen) : undefined}
          />
          <div className={styles.list} role="listbox" id={listId} aria-label={t('palette.label')}>
            {entries.map((entry) => (
              <PaletteOption
                key={optionId(listId, entry)}
                id={optionId(listId, entry)}
                entry={entry}
                chosen={entry === chosen}
                keys={keysOf(entry, view)}
                run={run}
              />
            ))}
          </div>
          {entries.length === 0 ? <p className={styles.nothing}>{t('palette.nothing')}</p> : null}
        </div>
      </DialogSurface>
    </Dialog>
  )
}

type PaletteOptionProps = {
  readonly id: string
  readonly entry: PaletteEntry
  readonly chosen: boolean
  readonly keys: string | undefined
  readonly run: (entry: PaletteEntry) => void
}

function PaletteOption({ id, entry, chosen, keys, run }: PaletteOptionProps) {
  const Icon = icons[entry.kind]
  return (
    // The keyboard works through the field above, which keeps the focus (WAI-ARIA combobox).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={`${styles.option} ${chosen ? styles.chosen : ''}`}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={() => run(entry)}
    >
      <Icon aria-hidden />
      <span className={styles.label}>
        <VisibleText text={entry.label} light />
      </span>
      {keys ? <Kbd keys={keys} /> : null}
    </div>
  )
}

const icons = {
  command: WindowConsoleRegular,
  composer: WindowConsoleRegular,
  request: SendRegular,
  flow: FlowRegular,
  lead: PersonRegular,
} as const

/** The keys that do the same here: some mean something else in the composer. */
function keysOf(entry: PaletteEntry, view: View): string | undefined {
  if (entry.kind === 'command') {
    return view === 'composer' && notInComposer.includes(entry.id) ? undefined : shortcuts[entry.id]
  }
  return entry.kind === 'composer' ? composerShortcuts[entry.id][0] : undefined
}

function optionId(listId: string, entry: PaletteEntry): string {
  return `${listId}-${entry.kind}-${entry.kind === 'lead' ? entry.lead.id : entry.id}`
}

/** The newest leads; none while the engine cannot be asked, which the status bar tells. */
function useRecentLeads(): readonly LeadSummary[] {
  const [leads, setLeads] = useState<readonly LeadSummary[]>([])
  useEffect(() => {
    let wanted = true
    callEngine('leads.page', { query: everyLead, from: null, limit: 200 })
      .then((page) => wanted && setLeads(page))
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [])
  return leads
}
