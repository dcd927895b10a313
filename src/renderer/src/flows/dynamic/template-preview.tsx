import { Warning16Filled } from '@fluentui/react-icons'
import { fillTemplate } from '@shared/template/fill-template'
import { findTokens } from '@shared/template/template'
import { tokenName } from '@shared/template/trigger-tokens'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import { useDynamicContent } from './dynamic-content'
import styles from './template-field.module.css'

/** What a text becomes with the lead of the preview, and which of its tokens stay blank. */
export function TemplatePreview({ template, multiline }: { readonly template: string; readonly multiline: boolean }) {
  const { t } = useTranslation('flowActions')
  const { preview } = useDynamicContent()
  const filled = useMemo(() => preview && fillTemplate(template, preview.outputs), [template, preview])
  if (!filled || findTokens(template).length === 0) return null
  return (
    <div className={styles.preview}>
      <span className={styles.previewText}>
        <span className={styles.previewLabel}>{t('preview.becomes')}</span>{' '}
        <VisibleText text={filled.text} multiline={multiline} light maxLength={400} />
      </span>
      <TokenWarnings blank={filled.blank} unknown={filled.unknown} />
    </div>
  )
}

type TokenWarningsProps = { readonly blank: readonly string[]; readonly unknown: readonly string[] }

/** Names the tokens that stay blank, and the expressions that are not known here. */
export function TokenWarnings({ blank, unknown }: TokenWarningsProps) {
  const { t } = useTranslation('flowActions')
  const names = [...new Set(blank.map(nameOf))]
  return (
    <>
      {names.length > 0 ? (
        <span className={styles.warning}>
          <Warning16Filled aria-hidden />
          <VisibleText text={t('preview.blank', { count: names.length, names: names.join(', ') })} light />
        </span>
      ) : null}
      {unknown.length > 0 ? (
        <span className={styles.warning}>
          <Warning16Filled aria-hidden />
          <VisibleText text={t('preview.unknown', { expression: unknown[0] ?? '' })} light maxLength={300} />
        </span>
      ) : null}
    </>
  )
}

/** The name of a token as its chip has it. */
function nameOf(written: string): string {
  const [found] = findTokens(written)
  return found?.token ? tokenName(found.token) : written
}
