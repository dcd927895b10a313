import { Button, Tooltip } from '@fluentui/react-components'
import { ArrowRedoRegular, ArrowUndoRegular, SearchRegular, TextWrapRegular } from '@fluentui/react-icons'
import { readSpans } from '@shared/lead/json-spans'
import { readLeadForm } from '@shared/lead/lead-form'
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeLanguage } from '../../inbox/detail/code-extensions'
import { formatJson } from '../../inbox/detail/format-json'
import { chooseInDraft, useDraft } from '../../state/composer-store'
import { Segmented } from '../../ui/segmented'
import { formatXml } from '../answer/format-xml'
import styles from './body-editor.module.css'
import { checkedLength, type PlacedFinding } from './body-findings'
import { CodeEditor, type CodeEditorHandle } from './code-editor'
import { FindingsList } from './findings-list'
import { LeadForm, type LeadFormHandle } from './lead-form/lead-form'
import { SampleGallery } from './sample-gallery'
import type { BodyLanguage, TextBodyEditorProps } from './text-body-editor'
import { useBodyCheck } from './use-body-check'
import { useBodySession } from './use-body-session'

/** Which view a draft's body is edited in, as one of its `selections`. */
const viewSelection = 'bodyView'

/** The editor of a body of text, with its bar above and, for JSON, what the lead schema says below. */
export function BodyEditor({ language, text: draftText, onChange, scopes, draftId }: TextBodyEditorProps) {
  const { t } = useTranslation('body')
  const { session, text } = useBodySession(draftId, draftText, onChange)
  const isJson = language === 'json'
  const isLarge = text.length > checkedLength
  const [chosenView, setView] = useBodyView(draftId, text)
  const view = isJson ? chosenView : 'json'
  const [isWrapped, setIsWrapped] = useState(!isLarge)
  const check = useBodyCheck(isJson, text, scopes)
  const code = useRef<CodeEditorHandle>(null)
  const form = useRef<LeadFormHandle>(null)
  const format = () => {
    const formatted = formatBody(language, session.text())
    if (formatted !== null) session.edit(formatted)
    // What is not JSON cannot be set on lines: the cursor goes to where it breaks.
    else if (check.findings[0]) code.current?.goTo(check.findings[0].from, check.findings[0].to)
  }
  const replace = (sample: string) => session.edit(sample)

  const show = ({ from, to, finding }: PlacedFinding) => {
    if (view === 'form' && form.current?.goTo(finding)) return
    setView('json')
    // The code is there after the next paint.
    if (view === 'form') requestAnimationFrame(() => requestAnimationFrame(() => code.current?.goTo(from, to)))
    else code.current?.goTo(from, to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // The code editor has these keys for itself.
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) session.redo()
    else session.undo()
  }
  const history = session.history()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo belongs to everything within
    <div className={styles.body} onKeyDown={onKeyDown}>
      <div className={styles.bar} role="toolbar" aria-label={t('bar')}>
        {isJson ? (
          <>
            <Segmented
              label={t('view.label')}
              options={[
                { value: 'form', label: t('view.form') },
                { value: 'json', label: t('view.json') },
              ]}
              value={view}
              onChange={setView}
            />
            <SampleGallery onChoose={replace} />
          </>
        ) : null}
        {view === 'form' || formatBody(language, '') === null ? null : (
          <Tooltip content={t('action.formatHint')} relationship="description">
            <Button size="small" onClick={format}>
              {t('action.format')}
            </Button>
          </Tooltip>
        )}
        <span className={styles.acts}>
          <Act label={t('action.undo')} icon={<ArrowUndoRegular />} isOff={!history.undo} run={session.undo} />
          <Act label={t('action.redo')} icon={<ArrowRedoRegular />} isOff={!history.redo} run={session.redo} />
          {view === 'json' ? (
            <>
              <Act label={t('action.find')} icon={<SearchRegular />} run={() => code.current?.openSearch()} />
              <Act
                label={t('action.wrap')}
                icon={<TextWrapRegular />}
                isPressed={isWrapped}
                run={() => setIsWrapped(!isWrapped)}
              />
            </>
          ) : null}
        </span>
      </div>
      {view === 'form' ? (
        <LeadForm
          ref={form}
          text={text}
          scopes={scopes}
          findings={check.findings}
          onEdit={session.edit}
          onShowJson={() => setView('json')}
        />
      ) : (
        <CodeEditor
          ref={code}
          session={session}
          language={codeLanguage(language)}
          label={t(`label.${language}`)}
          scopes={scopes}
          findings={check.findings}
          isWrapped={isWrapped}
          onFormat={format}
        />
      )}
      <FindingsList check={check} onShow={show} />
    </div>
  )
}

type BodyView = 'form' | 'json'

/** The chosen view; before one is chosen the form for what is a lead, else the code, into which anything can be pasted. */
function useBodyView(draftId: string, text: string): readonly [BodyView, (view: BodyView) => void] {
  const [own, setOwn] = useState<BodyView>(() => (isLead(text) ? 'form' : 'json'))
  const chosen = useDraft(draftId)?.selections[viewSelection]
  const choose = (view: BodyView) => {
    setOwn(view)
    chooseInDraft(draftId, viewSelection, view)
  }
  return [chosen === 'form' || chosen === 'json' ? chosen : own, choose]
}

function isLead(text: string): boolean {
  if (text.length > checkedLength) return false
  const form = readLeadForm(text)
  return !('problem' in form) && Object.values(form.fields).some(({ state }) => state !== 'absent')
}

/** null: there is no format for the language, or the text is not in it. */
function formatBody(language: BodyLanguage, text: string): string | null {
  if (language === 'json') return text === '' || readSpans(text).ok ? formatJson(text) : null
  return language === 'xml' ? formatXml(text) : null
}

function codeLanguage(language: BodyLanguage): CodeLanguage {
  if (language === 'json') return 'json'
  return language === 'xml' || language === 'html' ? 'xml' : 'text'
}

type ActProps = {
  readonly label: string
  readonly icon: ReactElement
  readonly isOff?: boolean
  readonly isPressed?: boolean
  readonly run: () => void
}

function Act({ label, icon, isOff = false, isPressed, run }: ActProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button
        size="small"
        appearance={isPressed ? 'secondary' : 'subtle'}
        icon={icon}
        disabledFocusable={isOff}
        onClick={run}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      />
    </Tooltip>
  )
}
