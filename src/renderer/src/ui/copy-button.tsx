import { Button, Tooltip } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { useCopy } from './use-copy'

type CopyButtonProps = {
  /** The text, or how to get it when the button is pressed. */
  readonly text: string | (() => string | Promise<string>)
  /** What is copied, for the tooltip and screen readers, translated, e.g. "Copy e-mail"; "Copy" when left out. */
  readonly label?: string
  /** Shows the label beside the icon. */
  readonly withText?: boolean
  readonly className?: string | undefined
  readonly size?: 'small' | 'medium'
  readonly onCopied?: () => void
}

/** A quiet button that copies a value and answers with a check mark. */
export function CopyButton({ text, label, withText = false, className, size = 'small', onCopied }: CopyButtonProps) {
  const { t } = useTranslation('common')
  const { copied, copy } = useCopy()
  const name = label ?? t('copy')
  const button = (
    <Button
      appearance="subtle"
      size={size}
      className={className}
      aria-label={withText ? undefined : name}
      icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={async (event) => {
        event.stopPropagation()
        if (await copy(typeof text === 'string' ? text : await text())) onCopied?.()
      }}
    >
      {withText ? (copied ? t('copied') : name) : null}
    </Button>
  )
  return (
    <>
      {withText ? (
        button
      ) : (
        <Tooltip content={copied ? t('copied') : name} relationship="label">
          {button}
        </Tooltip>
      )}
      <span className="visually-hidden" role="status">
        {copied ? t('copied') : ''}
      </span>
    </>
  )
}
