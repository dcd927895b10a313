import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { type CurlCommand, fillFromCurl, openCurlCommands } from './fill-from-curl'

type CurlChoiceProps = {
  readonly draftId: string
  readonly commands: readonly CurlCommand[]
  readonly onDone: () => void
}

/** Asks what to do with several cURL commands that were pasted together. */
export function CurlChoice({ draftId, commands, onDone }: CurlChoiceProps) {
  const { t } = useTranslation('request')
  const [first] = commands
  const after = (deed: () => void) => () => {
    onDone()
    deed()
  }
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('curl.several', { count: commands.length })}</MessageBarTitle>
        {t('curl.severalBody')}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={after(() => openCurlCommands(commands))}>
          {t('curl.openAll')}
        </Button>
        {first ? (
          <Button size="small" onClick={after(() => fillFromCurl(draftId, first))}>
            {t('curl.useFirst')}
          </Button>
        ) : null}
        <Button size="small" onClick={onDone}>
          {t('curl.dismiss')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
