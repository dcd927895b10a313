import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
} from '@fluentui/react-components'
import type { LeadSelection } from '@shared/contract/engine-commands'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine, callShell } from '../../state/bridge'
import { useInbox } from '../../state/inbox-store'
import { trackJob } from '../../state/jobs-store'
import { showErrorToast } from '../../state/toast-store'
import { chosenLeads } from './lead-actions'
import { isFiltered } from './query-filters'
import { countSelected } from './selection'
import { useFoundCount } from './use-found-count'

const formats = ['csv', 'jsonl', 'har'] as const
type Format = (typeof formats)[number]

type ExportDialogProps = { readonly open: boolean; readonly onClose: () => void }

/** Asks what to export and how, then where to; the work goes on as a job with its own progress. */
export function ExportDialog({ open, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['inbox', 'common'])
  const { selection, query } = useInbox()
  const found = useFoundCount()
  const selected = selection === 'all' ? 0 : countSelected(selection, found)
  const [format, setFormat] = useState<Format>('csv')
  const [wish, setWish] = useState<'selection' | 'found' | null>(null)
  const scope = selected === 0 ? 'found' : (wish ?? (selected > 1 ? 'selection' : 'found'))

  const start = async () => {
    onClose()
    const chosen = scope === 'selection' ? chosenLeads(selection, query) : { query }
    if (chosen) await exportLeads(chosen, format, scope === 'selection' ? selected : found)
  }
  const exportLeads = async (chosen: LeadSelection, as: Format, count: number) => {
    try {
      const day = new Date().toISOString().slice(0, 10)
      const suggestedName = `${t('inbox:list.export.fileName')}-${day}.${as}`
      const file = await callShell('file.choose-save', { suggestedName, extension: as })
      if (!file) return
      const { jobId } = await callEngine('leads.export', { selection: chosen, format: as, fileToken: file.token })
      trackJob(jobId, t('inbox:list.export.job', { count, file: file.name }), count, file.token)
    } catch (error) {
      showErrorToast(t('inbox:list.failed.export'), error)
    }
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface style={{ maxWidth: 480 }}>
        <DialogBody>
          <DialogTitle>{t('inbox:list.export.title')}</DialogTitle>
          <DialogContent style={{ display: 'grid', gap: 16 }}>
            <Field label={t('inbox:list.export.scope')}>
              <RadioGroup
                value={scope}
                onChange={(_, { value }) => setWish(value === 'selection' ? 'selection' : 'found')}
              >
                {selected > 0 ? (
                  <Radio value="selection" label={t('inbox:list.export.selection', { count: selected })} />
                ) : null}
                <Radio
                  value="found"
                  label={t(isFiltered(query) ? 'inbox:list.export.found' : 'inbox:list.export.every', { count: found })}
                />
              </RadioGroup>
            </Field>
            <Field label={t('inbox:list.export.format')} hint={t('inbox:list.export.secrets')}>
              <RadioGroup
                value={format}
                onChange={(_, { value }) => setFormat(formats.find((known) => known === value) ?? 'csv')}
              >
                {formats.map((name) => (
                  <Radio
                    key={name}
                    value={name}
                    label={
                      <>
                        {t(`inbox:list.export.${name}`)}
                        <br />
                        <small style={{ fontSize: 12 }}>{t(`inbox:list.export.${name}Hint`)}</small>
                      </>
                    }
                  />
                ))}
              </RadioGroup>
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button appearance="primary" style={{ whiteSpace: 'nowrap' }} disabled={found === 0} onClick={start}>
              {t('inbox:list.export.start')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
