import type { EditorView } from '@codemirror/view'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BodySession } from '../composer/body/body-session'
import { editorPhrases } from '../composer/body/editor-phrases'
import { cspNonce } from '../styles/csp-nonce'
import { goToRange, markFindings, openSearchIn } from '../ui/editor-deeds'
import styles from './schema-editor.module.css'
import { schemaExtensions } from './schema-extensions'

/** A marked place and what is said of it. */
export type SchemaMark = {
  readonly from: number
  readonly to: number
  readonly line: number
  readonly severity: 'error' | 'warning'
  readonly message: string
}

export type SchemaEditorHandle = {
  readonly openSearch: () => void
  /** Puts the cursor there and scrolls to it. */
  readonly goTo: (from: number, to: number) => void
}

type SchemaEditorProps = {
  readonly session: BodySession
  readonly marks: readonly SchemaMark[]
  readonly ref: Ref<SchemaEditorHandle>
}

/** The code editor of a *Request Body JSON Schema*, with what is wrong marked in its place. */
export function SchemaEditor({ session, marks, ref }: SchemaEditorProps) {
  const { t } = useTranslation('flows')
  const { t: tDetail } = useTranslation('detail')
  const { t: tBody } = useTranslation('body')
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)

  useEffect(() => {
    if (!place.current) return
    const extensions = schemaExtensions({
      label: t('schema.label'),
      hint: t('schema.placeholder'),
      nonce: cspNonce(),
      phrases: editorPhrases(tDetail, tBody),
    })
    view.current = session.show(place.current, extensions)
    return () => {
      view.current = null
      session.hide()
    }
  }, [session, t, tDetail, tBody])

  useEffect(() => {
    markFindings(
      view.current,
      marks.map(({ from, to, severity, message }) => ({ from, to, severity, message })),
    )
  }, [marks])

  useImperativeHandle(ref, () => ({
    openSearch: () => openSearchIn(view.current),
    goTo: (from, to) => goToRange(view.current, from, to),
  }))
  return <div ref={place} className={styles.editor} />
}
