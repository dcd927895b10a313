import { Select } from '@fluentui/react-components'
import type { RequestBody, RequestTemplate } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { TextBodyEditor } from '../body/text-body-editor'
import { type BodyMode, bodyModeOf, bodyModes, bodyOfMode } from './body-mode'
import { changeRequest } from './change-request'
import { FileBody } from './file-body'
import { FormDataBody } from './form-data-body'
import { GraphqlBody } from './graphql-body'
import { blankRow } from './params-tab'
import styles from './request-tabs.module.css'
import { RowsEditor } from './rows-editor'

type BodyTabProps = {
  readonly draftId: string
  readonly request: RequestTemplate
  readonly scopes: readonly VariableScope[]
}

/** Chooses the kind of body and shows the editor for it. */
export function BodyTab({ draftId, request, scopes }: BodyTabProps) {
  const { t } = useTranslation('request')
  const { body } = request
  const mode = bodyModeOf(body)
  const change = (next: RequestBody) => changeRequest(draftId, { body: next })
  const choose = (next: BodyMode) => {
    keepBody(draftId, mode, body)
    change(bodyOfMode(next, body, kept.get(`${draftId} ${next}`) ?? null))
  }
  return (
    <div className={styles.body}>
      <div className={styles.modeBar}>
        <Select
          size="small"
          aria-label={t('body.mode')}
          value={mode}
          onChange={(_, { value }) => choose(bodyModes.find((known) => known === value) ?? 'none')}
        >
          {bodyModes.map((known) => (
            <option key={known} value={known}>
              {t(`body.${known}`)}
            </option>
          ))}
        </Select>
      </div>
      <BodyEditor draftId={draftId} body={body} scopes={scopes} onChange={change} />
    </div>
  )
}

type BodyEditorProps = {
  readonly draftId: string
  readonly body: RequestBody
  readonly scopes: readonly VariableScope[]
  readonly onChange: (body: RequestBody) => void
}

function BodyEditor({ draftId, body, scopes, onChange }: BodyEditorProps) {
  const { t } = useTranslation('request')
  switch (body.type) {
    case 'none':
      return <p className={styles.hint}>{t('body.noneHint')}</p>
    case 'raw':
      return (
        <div className={styles.editor}>
          <TextBodyEditor
            key={body.language}
            draftId={draftId}
            language={body.language}
            text={body.text}
            scopes={scopes}
            onChange={(text) => onChange({ ...body, text })}
          />
        </div>
      )
    case 'form-urlencoded':
      return (
        <div className={styles.scroll}>
          <RowsEditor
            label={t('body.formLabel')}
            rows={body.rows}
            blank={blankRow}
            scopes={scopes}
            onChange={(rows) => onChange({ ...body, rows: [...rows] })}
          />
        </div>
      )
    case 'form-data':
      return (
        <div className={styles.scroll}>
          <FormDataBody body={body} scopes={scopes} onChange={onChange} />
        </div>
      )
    case 'file':
      return <FileBody body={body} onChange={onChange} />
    case 'graphql':
      return <GraphqlBody body={body} scopes={scopes} onChange={onChange} />
  }
}

/** Bodies of other kinds, so that a look at another one loses nothing. */
const kept = new Map<string, RequestBody>()
const mostKept = 100

function keepBody(draftId: string, mode: BodyMode, body: RequestBody): void {
  const key = `${draftId} ${mode}`
  kept.delete(key)
  kept.set(key, body)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}
