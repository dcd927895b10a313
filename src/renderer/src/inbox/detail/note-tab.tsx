import { Field, Textarea } from '@fluentui/react-components'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useTranslation } from 'react-i18next'
import { ErrorBar } from '../../ui/error-text'
import styles from './note-tab.module.css'
import { noteLimit, useNote } from './use-note'

/** A free text about a lead, saved when the field is left or with Ctrl+Enter; a draft outlives the window. */
export function NoteTab({ detail }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation('detail')
  const { text, state, change, save } = useNote(detail)
  return (
    <div className={styles.tab}>
      <Field className={styles.field} label={t('note.label')} hint={t(`note.state.${state.kind}`)}>
        <Textarea
          className={styles.text}
          value={text}
          maxLength={noteLimit}
          resize="none"
          placeholder={t('note.placeholder')}
          onChange={(_, { value }) => change(value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            // The window has a use of its own for these keys.
            event.preventDefault()
            event.stopPropagation()
            save()
          }}
        />
      </Field>
      {state.kind === 'failed' ? <ErrorBar error={state.error} /> : null}
    </div>
  )
}
