import { Compartment } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { VariableScope } from '@shared/variables/variable-scope'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeLanguage } from '../../inbox/detail/code-extensions'
import { cspNonce } from '../../styles/csp-nonce'
import { goToRange, markFindings, openSearchIn } from '../../ui/editor-deeds'
import { useVariableWords } from '../../ui/use-variable-words'
import { variableScopes } from '../../ui/variable-marks'
import type { PlacedFinding } from './body-findings'
import type { BodySession } from './body-session'
import styles from './code-editor.module.css'
import { editorExtensions } from './editor-extensions'
import { editorPhrases } from './editor-phrases'
import { findingSentences } from './finding-sentences'

/** What the bar over the editor and the list under it ask of it. */
export type CodeEditorHandle = {
  readonly focus: () => void
  readonly openSearch: () => void
  /** Puts the cursor there and scrolls to it. */
  readonly goTo: (from: number, to: number) => void
}

type CodeEditorProps = {
  readonly session: BodySession
  readonly language: CodeLanguage
  readonly label: string
  readonly scopes: readonly VariableScope[]
  readonly findings: readonly PlacedFinding[]
  readonly isWrapped: boolean
  readonly onFormat: () => void
  readonly ref: Ref<CodeEditorHandle>
}

/** The code editor of a body: shows its session's text, marks findings and variables in it. */
export function CodeEditor(props: CodeEditorProps) {
  const { session, language, label, scopes, findings, isWrapped, onFormat, ref } = props
  const { t } = useTranslation(['body', 'lead', 'finding'])
  const { t: tDetail } = useTranslation('detail')
  const { t: tBody } = useTranslation('body')
  const words = useVariableWords()
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const scopesSlot = useRef(new Compartment())
  const latest = useRef({ scopes, t, onFormat })
  latest.current = { scopes, t, onFormat }

  useEffect(() => {
    if (!place.current) return
    const extensions = [
      editorExtensions({
        language,
        label,
        hint:
          language === 'json' ? latest.current.t('body:placeholder.json') : latest.current.t('body:placeholder.text'),
        nonce: cspNonce(),
        isWrapped,
        phrases: editorPhrases(tDetail, tBody),
        words,
        t: () => latest.current.t,
        format: () => {
          latest.current.onFormat()
          return true
        },
      }),
      scopesSlot.current.of(variableScopes.of(latest.current.scopes)),
    ]
    view.current = session.show(place.current, extensions)
    return () => {
      view.current = null
      session.hide()
    }
  }, [session, language, label, isWrapped, words, tDetail, tBody])

  useEffect(() => {
    view.current?.dispatch({ effects: scopesSlot.current.reconfigure(variableScopes.of(scopes)) })
  }, [scopes])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new editor needs the marks again
  useEffect(() => {
    markFindings(
      view.current,
      findings.map((placed) => ({
        from: placed.from,
        to: placed.to,
        severity: placed.finding.severity,
        message: findingSentences(t, placed),
      })),
    )
  }, [findings, t, language, isWrapped, session])

  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    openSearch: () => openSearchIn(view.current),
    goTo: (from, to) => goToRange(view.current, from, to),
  }))
  return <div ref={place} className={styles.editor} />
}
