import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components'
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  CheckmarkCircle16Filled,
  DocumentBulletListRegular,
  SearchRegular,
  SparkleRegular,
} from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { readSpans } from '@shared/lead/json-spans'
import { leadSchemaIds, leadSchemas } from '@shared/lead/lead-schemas'
import { type ReactElement, useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SeverityIcon } from '../inbox/detail/finding-line'
import { formatJson } from '../inbox/detail/format-json'
import { editFlow } from '../state/flow-edits'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { placeProblems } from './placed-problems'
import { SchemaEditor, type SchemaEditorHandle, type SchemaMark } from './schema-editor'
import styles from './schema-field.module.css'
import { brokenSentence, problemSentence } from './schema-sentences'
import { useSchemaSession } from './schema-session'
import type { Trial } from './use-schema-trial'

type SchemaFieldProps = { readonly flow: Flow; readonly text: string; readonly trial: Trial }

/** *Request Body JSON Schema*: the editor, what fills it, and what is wrong in it. */
export function SchemaField({ flow, text, trial }: SchemaFieldProps) {
  const { t } = useTranslation('flows')
  const openDialog = useFlowsDialog((state) => state.open)
  const current = useRef(flow)
  current.current = flow
  const change = useCallback((schemaText: string) => editFlow(current.current, { schemaText }), [])
  const session = useSchemaSession(flow.id, text, change)
  const editor = useRef<SchemaEditorHandle>(null)
  const marks = useMarks(text, trial)
  const history = session.history()
  const canFormat = text.trim() !== '' && readSpans(text).ok
  return (
    <div className={styles.field} data-place="schema">
      <h4 className={styles.label}>{t('schema.label')}</h4>
      <div className={styles.box}>
        <div className={styles.bar} role="toolbar" aria-label={t('schema.bar')}>
          <Button
            size="small"
            appearance="subtle"
            icon={<SparkleRegular />}
            onClick={() => openDialog({ kind: 'sample', flowId: flow.id })}
          >
            {t('schema.fromSample')}
          </Button>
          <SchemaMenu text={text} onChoose={change} />
          <span className={styles.acts}>
            {canFormat ? (
              <Button size="small" appearance="subtle" onClick={() => session.edit(formatJson(text))}>
                {t('schema.format')}
              </Button>
            ) : null}
            <Act label={t('schema.undo')} icon={<ArrowUndoRegular />} isOff={!history.undo} run={session.undo} />
            <Act label={t('schema.redo')} icon={<ArrowRedoRegular />} isOff={!history.redo} run={session.redo} />
            <Act label={t('schema.find')} icon={<SearchRegular />} run={() => editor.current?.openSearch()} />
          </span>
        </div>
        <SchemaEditor ref={editor} session={session} marks={marks} />
        <div className={styles.findings}>
          <div role="status">
            {marks.length === 0 ? (
              <Verdict text={text} trial={trial} />
            ) : (
              <span className="visually-hidden">{t('schema.count', { count: marks.length })}</span>
            )}
          </div>
          {marks.length > 0 ? (
            <ul className={styles.list} aria-label={t('schema.problems')}>
              {marks.map((mark) => (
                <li key={`${mark.from} ${mark.message}`}>
                  <button
                    type="button"
                    className={styles.mark}
                    onClick={() => editor.current?.goTo(mark.from, mark.to)}
                  >
                    <SeverityIcon severity={mark.severity} />
                    <span className={styles.line}>{t('schema.line', { line: mark.line })}</span>
                    <span className={styles.message}>{mark.message}</span>
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  )
}

function useMarks(text: string, trial: Trial): readonly SchemaMark[] {
  const { t } = useTranslation(['flows', 'body', 'finding'])
  const problems = trial.state === 'checked' ? trial.last.problems : null
  return useMemo(
    () =>
      placeProblems(text, problems).map((placed) => ({
        from: placed.from,
        to: placed.to,
        line: placed.line,
        severity: placed.kind === 'json' ? 'error' : placed.problem.severity,
        message: placed.kind === 'json' ? brokenSentence(t, placed.finding) : problemSentence(t, placed.problem),
      })),
    [text, problems, t],
  )
}

function Verdict({ text, trial }: { readonly text: string; readonly trial: Trial }) {
  const { t } = useTranslation('flows')
  if (text.trim() === '') return <span className={styles.quiet}>{t('schema.none')}</span>
  if (trial.state === 'checking') return <span className={styles.quiet}>{t('schema.checking')}</span>
  if (trial.state === 'unavailable') return <span className={styles.quiet}>{t('schema.unavailable')}</span>
  return (
    <span className={styles.good}>
      <CheckmarkCircle16Filled aria-hidden />
      {t('schema.usable')}
    </span>
  )
}

/** The articles' schemas, or none. */
function SchemaMenu({ text, onChoose }: { readonly text: string; readonly onChoose: (text: string) => void }) {
  const { t } = useTranslation('flows')
  const chosen = leadSchemaIds.find((id) => leadSchemas[id] === text) ?? (text === '' ? 'none' : 'own')
  return (
    <Menu positioning="below-start">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<DocumentBulletListRegular />}>
          {t(`schema.is.${chosen}`)}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {leadSchemaIds.toReversed().map((id) => (
            <MenuItem key={id} onClick={() => onChoose(leadSchemas[id])}>
              {t(`schema.is.${id}`)}
            </MenuItem>
          ))}
          <MenuItem onClick={() => onChoose('')}>{t('schema.is.none')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

type ActProps = {
  readonly label: string
  readonly icon: ReactElement
  readonly isOff?: boolean
  readonly run: () => void
}

function Act({ label, icon, isOff = false, run }: ActProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button size="small" appearance="subtle" icon={icon} disabledFocusable={isOff} onClick={run} />
    </Tooltip>
  )
}
