import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Link,
  Textarea,
} from '@fluentui/react-components'
import type { Flow } from '@shared/flow/flow'
import { readSpans } from '@shared/lead/json-spans'
import { buildSample } from '@shared/lead/samples'
import { sampleSchemaText } from '@shared/schema/sample-schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { editFlow } from '../state/flow-edits'
import { showToast } from '../state/toast-store'
import { useReturnFocus } from '../ui/use-return-focus'
import styles from './flows-dialogs.module.css'
import { jsonSentence } from './schema-sentences'

/** *Use sample payload to generate schema*: the schema of a pasted sample replaces the one in the editor. */
export function SamplePayloadDialog({ flow, onClose }: { readonly flow: Flow; readonly onClose: () => void }) {
  const { t } = useTranslation('flows')
  const { t: tCommon } = useTranslation('common')
  const { t: tFlows } = useTranslation(['flows', 'body', 'finding'])
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useReturnFocus()
  const done = () => {
    if (text.trim() === '') return setProblem(t('sample.empty'))
    // Not JSON, or nested too deep to be a lead.
    const schemaText = readSpans(text).ok ? sampleSchemaText(text) : null
    if (schemaText === null) {
      return setProblem(jsonSentence(tFlows, text) ?? t('sample.notJson'))
    }
    editFlow(flow, { schemaText })
    showToast({ intent: 'success', title: t('sample.done'), body: t('sample.doneHelp') })
    onClose()
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('sample.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Field
              label={t('sample.label')}
              {...(problem === null ? {} : { validationState: 'error', validationMessage: problem })}
            >
              <Textarea
                className={styles.payload}
                value={text}
                spellCheck={false}
                onChange={(_, data) => {
                  setText(data.value)
                  setProblem(null)
                }}
              />
            </Field>
            <span className={styles.quiet}>
              {t('sample.help')}{' '}
              <Link
                as="button"
                onClick={() => {
                  setText(articleSample())
                  setProblem(null)
                }}
              >
                {t('sample.article')}
              </Link>
            </span>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={done}>
              {t('sample.confirm')}
            </Button>
            <Button onClick={onClose}>{tCommon('cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function articleSample(): string {
  const text = new TextDecoder().decode(buildSample('article').body)
  return JSON.stringify(JSON.parse(text), null, 2)
}
