import { foldAll, unfoldAll } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView, runScopeHandlers } from '@codemirror/view'
import { Button, Tooltip } from '@fluentui/react-components'
import { ArrowCollapseAllRegular, ArrowExpandAllRegular, SearchRegular, TextWrapRegular } from '@fluentui/react-icons'
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cspNonce } from '../../styles/csp-nonce'
import { CopyButton } from '../../ui/copy-button'
import { type CodeLanguage, codeExtensions, setWrapping } from './code-extensions'
import { type CodeMark, showMark } from './code-marks'
import styles from './code-view.module.css'
import { readingPhrases } from './reading-phrases'

/** Longer lines or texts than this are not wrapped at first: measuring them makes the window slow. */
const wrappedLength = 300_000

type CodeViewProps = {
  readonly text: string
  readonly language: CodeLanguage
  /** Its name for screen readers, translated. */
  readonly label: string
  /** A place to mark and scroll to. */
  readonly mark?: CodeMark | null
  /** More buttons, at the start of the bar. */
  readonly children?: ReactNode
}

/** Text in a read-only editor with line numbers, search and, for JSON and XML, colours and folding. Loaded when first needed. */
export function CodeView({ text, language, label, mark = null, children }: CodeViewProps) {
  const { t } = useTranslation('detail')
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const [isWrapped, setIsWrapped] = useState(text.length <= wrappedLength)
  const wrap = useRef(isWrapped)

  useEffect(() => {
    if (!place.current) return
    const extensions = codeExtensions({
      language,
      label,
      nonce: cspNonce(),
      isWrapped: wrap.current,
      phrases: readingPhrases(t),
    })
    const created = new EditorView({ parent: place.current, state: EditorState.create({ doc: text, extensions }) })
    view.current = created
    return () => {
      view.current = null
      created.destroy()
    }
  }, [text, language, label, t])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text makes a new editor, which needs the mark again
  useEffect(() => {
    if (view.current) showMark(view.current, mark)
  }, [mark, text, language, label])

  const withView = (act: (current: EditorView) => unknown) => () => view.current && act(view.current)
  return (
    <div className={styles.view}>
      <div className={styles.bar} role="toolbar" aria-label={label}>
        {children}
        <span className={styles.push} />
        <Act label={t('code.find')} icon={<SearchRegular />} run={withView(openSearch)} />
        {language !== 'text' ? (
          <>
            <Act label={t('code.foldAll')} icon={<ArrowCollapseAllRegular />} run={withView(foldAll)} />
            <Act label={t('code.unfoldAll')} icon={<ArrowExpandAllRegular />} run={withView(unfoldAll)} />
          </>
        ) : null}
        <Act
          label={t('code.wrap')}
          icon={<TextWrapRegular />}
          pressed={isWrapped}
          run={withView((current) => {
            wrap.current = !isWrapped
            setIsWrapped(!isWrapped)
            setWrapping(current, !isWrapped)
          })}
        />
        <CopyButton text={text} label={t('code.copy')} />
      </div>
      <div ref={place} className={styles.editor} />
    </div>
  )
}

type ActProps = {
  readonly label: string
  readonly icon: ReactElement
  readonly pressed?: boolean
  readonly run: () => void
}

function Act({ label, icon, pressed, run }: ActProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button
        size="small"
        appearance={pressed ? 'secondary' : 'subtle'}
        icon={icon}
        onClick={run}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      />
    </Tooltip>
  )
}

/** Opens the editor's own search, as its key would. */
function openSearch(view: EditorView): void {
  const isMac = window.leadInspector.platform === 'darwin'
  view.focus()
  runScopeHandlers(view, new KeyboardEvent('keydown', { key: 'f', ctrlKey: !isMac, metaKey: isMac }), 'editor')
}
