import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ImportNote, ImportOutcome } from '@shared/collection/node-content'
import { useTranslation } from 'react-i18next'
import { ErrorText } from '../../ui/error-text'
import { useReturnFocus } from '../../ui/use-return-focus'
import { VisibleText } from '../../ui/visible-text'
import { outcomeSentence } from './import-files'
import styles from './import-outcome-dialog.module.css'

/** What an import made, what to know about it, and what could not be read. */
export function ImportOutcomeDialog(props: { readonly outcome: ImportOutcome; readonly onClose: () => void }) {
  const { outcome, onClose } = props
  const { t } = useTranslation(['collections', 'common', 'error'])
  useReturnFocus()
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('import.doneTitle')}</DialogTitle>
          <DialogContent className={styles.content}>
            <p>{outcomeSentence(outcome)}</p>
            {outcome.notes.length > 0 ? (
              <section>
                <h3>{t('import.notes')}</h3>
                <ul>
                  {outcome.notes.map((note) => (
                    <li key={`${note.code}-${note.detail}`}>
                      <Note note={note} />
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            {outcome.failures.length > 0 ? (
              <section>
                <h3>{t('import.failures')}</h3>
                <ul>
                  {outcome.failures.map(({ name, error }) => (
                    <li key={name}>
                      <strong>
                        <VisibleText text={name} maxLength={200} />
                      </strong>
                      : {t(`${error.code}.what`, { ns: 'error', ...error.params })}. <ErrorText error={error} />
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('close', { ns: 'common' })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Note({ note }: { readonly note: ImportNote }) {
  const { t } = useTranslation('collections')
  return (
    <VisibleText text={t(`import.note.${note.code}`, { count: note.count, detail: note.detail })} maxLength={600} />
  )
}
