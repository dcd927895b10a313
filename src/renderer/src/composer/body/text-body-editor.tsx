import { Spinner } from '@fluentui/react-components'
import type { RequestBody } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './text-body-editor.module.css'

export type BodyLanguage = Extract<RequestBody, { readonly type: 'raw' }>['language']

export type TextBodyEditorProps = {
  readonly language: BodyLanguage
  readonly text: string
  readonly onChange: (text: string) => void
  /** The variables that hold for the draft, outermost first. */
  readonly scopes: readonly VariableScope[]
  /** Its edits can be taken back as long as the tab lives. */
  readonly draftId: string
}

const Loaded = lazy(() => import('./body-editor').then((module) => ({ default: module.BodyEditor })))

/** A body of text: code editor and, for JSON, the lead form, samples and findings. Loaded when it is first shown. */
export function TextBodyEditor(props: TextBodyEditorProps) {
  const { t } = useTranslation('body')
  return (
    <Suspense fallback={<Spinner className={styles.loading} size="small" label={t('loading')} />}>
      <Loaded key={props.draftId} {...props} />
    </Suspense>
  )
}
