import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { RequestSettings } from '@shared/request/request-template'
import { useTranslation } from 'react-i18next'
import { changeRequest } from './change-request'

/** The certificate of the server is not checked: said for as long as it is so. */
export function TlsBar({ draftId, settings }: { readonly draftId: string; readonly settings: RequestSettings }) {
  const { t } = useTranslation('request')
  return (
    <MessageBar intent="warning">
      <MessageBarBody>
        <MessageBarTitle title={t('settings.verifyTlsOffBody')}>{t('settings.verifyTlsOff')}</MessageBarTitle>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => changeRequest(draftId, { settings: { ...settings, verifyTls: true } })}>
          {t('settings.verifyTlsTurnOn')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
