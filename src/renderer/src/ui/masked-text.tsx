import { Button, Tooltip } from '@fluentui/react-components'
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './masked-text.module.css'

type MaskedTextProps = {
  readonly masked: string
  readonly secret: string
  readonly className?: string | undefined
  /** Names of the button, translated, e.g. "Show the signature". */
  readonly showLabel?: string
  readonly hideLabel?: string
}

/** A text with a secret in it: masked until asked for. */
export function MaskedText({ masked, secret, className, showLabel, hideLabel }: MaskedTextProps) {
  const { t } = useTranslation('common')
  const [shown, setShown] = useState(false)
  const label = shown ? (hideLabel ?? t('hideSecret')) : (showLabel ?? t('showSecret'))
  return (
    <span className={styles.masked}>
      <code className={className}>{shown ? secret : masked}</code>
      <Tooltip content={label} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          aria-label={label}
          aria-pressed={shown}
          icon={shown ? <EyeOffRegular /> : <EyeRegular />}
          onClick={() => setShown(!shown)}
        />
      </Tooltip>
    </span>
  )
}
