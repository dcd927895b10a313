import { MessageBar, MessageBarBody, Switch } from '@fluentui/react-components'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../ui/byte-size'
import { VisibleText } from '../../ui/visible-text'
import type { BodyReading } from './body-json'
import type { CodeMark } from './code-marks'
import { useDetail } from './detail-store'
import { formatJson } from './format-json'
import { findPointer, indexOfPosition } from './json-position'
import styles from './json-tab.module.css'
import { LazyCodeView } from './lazy-code-view'
import { useFindingTexts } from './use-finding-texts'

type JsonTabProps = { readonly detail: LeadDetail; readonly body: BodyReading }

/** The body as JSON: coloured and foldable, on lines of its own; what is not JSON with the place where it breaks. */
export function JsonTab({ detail, body }: JsonTabProps) {
  const { t } = useTranslation('detail')
  const target = useDetail((state) => state.jsonTarget)
  const [isFormatted, setIsFormatted] = useState(true)
  // The editor counts a line break as one character.
  const sent = useMemo(() => (detail.bodyText ?? '').replace(/\r\n?/g, '\n'), [detail.bodyText])
  const isJson = body.kind === 'json'
  const text = useMemo(() => (isJson && isFormatted ? formatJson(sent) : sent), [isJson, isFormatted, sent])
  const error = isJson ? undefined : detail.findings.find(({ code }) => code === 'json-error')
  const line = Number(error?.params?.line)
  const column = Number(error?.params?.column)
  const leadId = detail.summary.id
  const mark = useMemo((): CodeMark | null => {
    if (line > 0 && column > 0) {
      const from = indexOfPosition(text, line, column)
      return { kind: 'error', from, to: from + 1 }
    }
    const range = target?.leadId === leadId ? findPointer(text, target.pointer) : null
    return range && { kind: 'finding', ...range }
  }, [text, target, leadId, line, column])

  if (body.kind === 'empty' || body.kind === 'not-text') {
    return <p className={styles.nothing}>{t(`noLead.${body.kind}.text`)}</p>
  }
  return (
    <div className={styles.tab}>
      {error ? <JsonError finding={error} /> : null}
      {body.kind === 'cut' ? (
        <MessageBar className={styles.notice} intent="warning" layout="multiline">
          <MessageBarBody>{t('json.cut', { size: formatBytes(detail.request.bodySize) })}</MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.code}>
        <LazyCodeView key={leadId} text={text} language={isJson ? 'json' : 'text'} label={t('json.label')} mark={mark}>
          {isJson ? (
            <Switch
              label={t('json.formatted')}
              checked={isFormatted}
              onChange={(_, { checked }) => setIsFormatted(checked)}
            />
          ) : null}
        </LazyCodeView>
      </div>
    </div>
  )
}

function JsonError({ finding }: { readonly finding: LeadDetail['findings'][number] }) {
  const { what, effect } = useFindingTexts(finding)
  return (
    <MessageBar className={styles.notice} intent="error" layout="multiline">
      <MessageBarBody>
        <VisibleText text={what} light maxLength={600} /> {effect}
      </MessageBarBody>
    </MessageBar>
  )
}
