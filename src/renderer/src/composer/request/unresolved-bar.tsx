import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import { useEnvironmentsDialog } from '../environments/environments-dialog-store'

type UnresolvedBarProps = {
  readonly names: readonly string[]
  readonly onSendAnyway: () => void
  readonly onClose: () => void
}

/** Before sending: these variables have no value. */
export function UnresolvedBar({ names, onSendAnyway, onClose }: UnresolvedBarProps) {
  const { t } = useTranslation('request')
  const written = names.map((name) => `{{${name}}}`).join(', ')
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{t('unresolved.title', { count: names.length })}</MessageBarTitle>
        <VisibleText text={t('unresolved.body', { names: written })} light maxLength={1000} />
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={t('unresolved.close')}
            onClick={onClose}
          />
        }
      >
        <Button size="small" onClick={() => useEnvironmentsDialog.getState().open()}>
          {t('unresolved.environments')}
        </Button>
        <Button size="small" onClick={onSendAnyway}>
          {t('unresolved.sendAnyway')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
