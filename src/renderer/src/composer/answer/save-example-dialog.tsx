import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components'
import type { Answer } from '@shared/answer/answer'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { HistoryEntry } from '@shared/history/history'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { showToast } from '../../state/toast-store'
import { ErrorBar } from '../../ui/error-text'
import { useReturnFocus } from '../../ui/use-return-focus'

type SaveExampleDialogProps = {
  readonly entry: HistoryEntry
  readonly answer: Answer
  readonly requestId: string
  readonly onClose: () => void
}

/** Keeps an answer under its request in the collection's file; as much of the body as is at hand (1 MiB). */
export function SaveExampleDialog({ entry, answer, requestId, onClose }: SaveExampleDialogProps) {
  const { t } = useTranslation(['answer', 'common'])
  const [name, setName] = useState(`${answer.status} ${answer.reason}`.trim())
  const [error, setError] = useState<AppErrorData | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  useReturnFocus()

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setIsSaving(true)
    try {
      await callEngine('node.create-example', {
        requestId,
        content: {
          name,
          request: entry.template,
          status: answer.status,
          reason: answer.reason,
          headers: answer.headers.map(([header, value]): [string, string] => [header, value]),
          body: answer.bodyText ?? '',
        },
      })
      showToast({ intent: 'success', title: t('answer:example.saved', { name: name.trim() }) })
      onClose()
    } catch (failure) {
      setError(toErrorData(failure))
      setIsSaving(false)
    }
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void save(event)}>
          <DialogBody>
            <DialogTitle>{t('answer:example.title')}</DialogTitle>
            <DialogContent style={{ display: 'grid', gap: 12 }}>
              <Field label={t('answer:example.name')} required hint={t('answer:example.hint')}>
                <Input autoFocus maxLength={500} value={name} onChange={(_, { value }) => setName(value)} />
              </Field>
              {answer.bodyTruncated ? <p style={{ margin: 0 }}>{t('answer:example.truncated')}</p> : null}
              {answer.bodyText === null && answer.bodySize > 0 ? (
                <p style={{ margin: 0 }}>{t('answer:example.binary')}</p>
              ) : null}
              {error ? <ErrorBar error={error} /> : null}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('common:cancel')}</Button>
              <Button appearance="primary" type="submit" disabled={isSaving || name.trim() === ''}>
                {t('common:save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
