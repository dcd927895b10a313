import { looksLikeCurl } from '@shared/curl/looks-like-curl'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VariableField } from '../../ui/variable-field'
import { changeUrl } from './change-request'
import { CurlChoice } from './curl-choice'
import { type CurlCommand, fillFromCurl, readPastedCurl } from './fill-from-curl'
import styles from './request-editor.module.css'
import { urlFieldId } from './url-field-id'

type UrlFieldProps = {
  readonly draftId: string
  readonly url: string
  readonly scopes: readonly VariableScope[]
  readonly onEnter: () => void
}

/** The URL. A cURL command that is pasted fills the whole request; several offer a tab for each. */
export function UrlField({ draftId, url, scopes, onEnter }: UrlFieldProps) {
  const { t } = useTranslation('request')
  const [commands, setCommands] = useState<readonly CurlCommand[]>([])
  const paste = (text: string) => {
    if (!looksLikeCurl(text)) return false
    const found = readPastedCurl(text)
    const [first] = found
    if (!first) return false
    if (found.length === 1) fillFromCurl(draftId, first)
    else setCommands(found)
    return true
  }
  return (
    <div className={styles.url}>
      <VariableField
        id={urlFieldId(draftId)}
        label={t('url')}
        placeholder={t('urlPlaceholder')}
        value={url}
        scopes={scopes}
        onChange={(next) => changeUrl(draftId, next)}
        onPaste={paste}
        onEnter={onEnter}
      />
      {commands.length > 0 ? <CurlChoice draftId={draftId} commands={commands} onDone={() => setCommands([])} /> : null}
    </div>
  )
}
