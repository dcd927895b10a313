import { Button, MessageBar, MessageBarBody, Spinner, Tab, TabList } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular, SaveRegular } from '@fluentui/react-icons'
import { type Answer, answerPreviewBytes } from '@shared/answer/answer'
import type { HistoryEntry } from '@shared/history/history'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HexView } from '../../inbox/detail/hex-view'
import { LazyCodeView } from '../../inbox/detail/lazy-code-view'
import { callEngine } from '../../state/bridge'
import { formatBytes } from '../../ui/byte-size'
import { ErrorBar } from '../../ui/error-text'
import styles from './answer-body-tab.module.css'
import { type BodyMode, bodyKind, charsetOf, mediaType, modesOf } from './body-kind'
import { countParts } from './body-parts'
import { BodyPreview } from './body-preview'
import { codeLanguageOf, prettyText } from './pretty-text'
import { saveAnswerBody } from './save-answer-body'
import { useBodyPart } from './use-body-part'

type AnswerBodyTabProps = { readonly entry: HistoryEntry; readonly answer: Answer }

/** The answer's body: on lines, as it came, as a picture or reading text, or byte by byte; large ones in parts. */
export function AnswerBodyTab({ entry, answer }: AnswerBodyTabProps) {
  const { t } = useTranslation('answer')
  const [wish, setWish] = useState<BodyMode | null>(null)
  const kind = bodyKind(answer)
  const modes = modesOf(kind, answer.bodyText !== null)
  const first = modes[0]
  if (first === undefined) return <p className={styles.nothing}>{t('body.empty')}</p>
  const mode = wish !== null && modes.includes(wish) ? wish : first
  const type = mediaType(answer)
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <TabList
          size="small"
          selectedValue={mode}
          aria-label={t('body.modes')}
          onTabSelect={(_, { value }) => setWish(modes.find((known) => known === value) ?? null)}
        >
          {modes.map((name) => (
            <Tab key={name} value={name}>
              {t(`body.mode.${name}`)}
            </Tab>
          ))}
        </TabList>
        <span className={styles.facts}>
          {formatBytes(answer.bodySize)}
          {type === '' ? null : ` · ${type.slice(0, 60)}`}
        </span>
      </div>
      <BodyContent mode={mode} entry={entry} answer={answer} />
    </div>
  )
}

function BodyContent({ mode, entry, answer }: AnswerBodyTabProps & { readonly mode: BodyMode }) {
  const kind = bodyKind(answer)
  if (mode === 'hex') {
    return (
      <div className={styles.body}>
        <HexView
          source={{
            first: noBytes,
            size: answer.bodySize,
            isCut: false,
            read: (offset, length) => callEngine('history.body', { id: entry.id, offset, length }),
          }}
        />
      </div>
    )
  }
  if (mode === 'preview') return <BodyPreview entry={entry} answer={answer} kind={kind} />
  return <BodyText isPretty={mode === 'pretty'} entry={entry} answer={answer} />
}

const noBytes = new Uint8Array()

function BodyText({ isPretty, entry, answer }: AnswerBodyTabProps & { readonly isPretty: boolean }) {
  const { t } = useTranslation('answer')
  const [part, setPart] = useState(0)
  const kind = bodyKind(answer)
  const parts = answer.bodyTruncated ? countParts(answer.bodySize) : 1
  const state = useBodyPart(entry.id, part, answer, charsetOf(answer))
  const pretty = isPretty && part === 0 ? prettyText(answer.bodyText ?? '', kind, answer.bodyTruncated) : null
  return (
    <>
      {parts > 1 ? (
        <div className={styles.parts}>
          <Button
            size="small"
            appearance="subtle"
            icon={<ChevronLeftRegular />}
            aria-label={t('body.previousPart')}
            disabled={part === 0}
            onClick={() => setPart(part - 1)}
          />
          <span role="status">{t('body.part', { part: part + 1, parts })}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={<ChevronRightRegular />}
            aria-label={t('body.nextPart')}
            disabled={part + 1 >= parts}
            onClick={() => setPart(part + 1)}
          />
          <span className={styles.hint}>
            {t('body.large', { shown: formatBytes(answerPreviewBytes), size: formatBytes(answer.bodySize) })}
          </span>
          <Button size="small" icon={<SaveRegular />} onClick={() => void saveAnswerBody(entry)}>
            {t('act.saveBody')}
          </Button>
        </div>
      ) : null}
      {isPretty && part === 0 && pretty === null ? (
        <MessageBar className={styles.notice} intent="info" layout="multiline">
          <MessageBarBody>{t('body.notPretty')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {state.state === 'failed' ? <ErrorBar error={state.error} /> : null}
      <div className={styles.body} aria-busy={state.state === 'loading'}>
        {state.state === 'loading' ? (
          <Spinner className={styles.nothing} size="small" label={t('body.loading')} />
        ) : null}
        {state.state === 'ready' ? (
          <LazyCodeView
            key={`${part} ${isPretty}`}
            text={pretty ?? state.text}
            language={pretty === null && part > 0 ? 'text' : codeLanguageOf(kind)}
            label={t('body.label')}
          />
        ) : null}
      </div>
    </>
  )
}
