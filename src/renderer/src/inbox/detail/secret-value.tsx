import { Button, Tooltip } from '@fluentui/react-components'
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReceivedValue } from './received-value'
import styles from './secret-value.module.css'

type SecretValueProps = { readonly masked: string; readonly secret: string }

/** A received value with a secret in it: masked until asked for, and as text only. */
export function SecretValue({ masked, secret }: SecretValueProps) {
  const { t } = useTranslation('common')
  const [isShown, setIsShown] = useState(false)
  const label = isShown ? t('hideSecret') : t('showSecret')
  return (
    <span className={styles.secret}>
      <ReceivedValue text={isShown ? secret : masked} mono />
      <Tooltip content={label} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          className={styles.reveal}
          aria-pressed={isShown}
          icon={isShown ? <EyeOffRegular /> : <EyeRegular />}
          onClick={() => setIsShown(!isShown)}
        />
      </Tooltip>
    </span>
  )
}
