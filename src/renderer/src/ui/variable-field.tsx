import { Button, Tooltip } from '@fluentui/react-components'
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import frame from './field-frame.module.css'
import { useNearScreen } from './use-near-screen'
import { useVariableEditor } from './use-variable-editor'
import styles from './variable-field.module.css'
import { secretMask } from './variable-info'

export type VariableFieldProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Its name for screen readers, translated. */
  readonly label: string
  /** Whose variables it may name, outermost first. */
  readonly scopes: readonly VariableScope[]
  readonly placeholder?: string
  readonly multiline?: boolean
  /** Masks the whole value until asked for. Without it only signatures of URLs are masked. */
  readonly secret?: boolean
  /** Whole values to offer while typing. */
  readonly suggestions?: readonly string[]
  /** `cell`: without a border of its own, for tables. */
  readonly look?: 'field' | 'cell'
  /** Id of the element that has the keyboard, to find the field by. */
  readonly id?: string
  /** Gets pasted text first; true when it took it, which is then not pasted. */
  readonly onPaste?: (text: string) => boolean
  readonly onEnter?: () => void
  readonly isInvalid?: boolean
  /** Shows plain text until it comes near the screen: for tables with many fields. */
  readonly isLazy?: boolean
}

const noSuggestions: readonly string[] = []

/** A text field whose `{{variables}}` are coloured, explained and completed, and whose secrets are masked. */
export function VariableField(props: VariableFieldProps) {
  const { value, multiline = false, secret = false, look = 'field', isInvalid = false, isLazy = false } = props
  const { t } = useTranslation('request')
  const [isRevealed, setIsRevealed] = useState(false)
  const [nearScreen, isNear] = useNearScreen(!isLazy)
  const place = useVariableEditor({
    value,
    multiline,
    isInvalid,
    label: props.label,
    placeholder: props.placeholder ?? '',
    suggestions: props.suggestions ?? noSuggestions,
    scopes: props.scopes,
    masking: isRevealed ? 'nothing' : secret ? 'all' : 'signatures',
    id: props.id,
    isWanted: isNear,
    onChange: props.onChange,
    onPaste: props.onPaste,
    onEnter: props.onEnter,
  })
  const hasSecret = secret ? value !== '' : maskUrlSecrets(value) !== value
  const revealLabel = isRevealed ? t('field.hide') : t('field.show')
  return (
    <div
      ref={nearScreen}
      className={`${frame.frame} ${styles.field} ${look === 'cell' ? styles.cell : ''} ${multiline ? styles.multiline : ''} ${isInvalid ? styles.invalid : ''}`}
    >
      {isNear ? null : <span className={styles.plain}>{hasSecret ? plainMask(value, secret) : value}</span>}
      <div ref={place} className={styles.editor} hidden={!isNear} />
      {hasSecret && isNear ? (
        <Tooltip content={revealLabel} relationship="label">
          <Button
            appearance="transparent"
            size="small"
            className={`${styles.reveal}`}
            aria-pressed={isRevealed}
            icon={isRevealed ? <EyeOffRegular /> : <EyeRegular />}
            onClick={() => setIsRevealed(!isRevealed)}
          />
        </Tooltip>
      ) : null}
    </div>
  )
}

function plainMask(value: string, secret: boolean): string {
  return secret ? secretMask : maskUrlSecrets(value)
}
