import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
  Switch,
  Tab,
  TabList,
} from '@fluentui/react-components'
import type { NodeId } from '@shared/collection/tree'
import type { CodeLanguage } from '@shared/contract/composer-commands'
import type { RequestTemplate } from '@shared/request/request-template'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button'
import { ErrorBar } from '../../ui/error-text'
import { useReturnFocus } from '../../ui/use-return-focus'
import { VisibleText } from '../../ui/visible-text'
import styles from './code-dialog.module.css'
import { useRequestCode } from './use-request-code'

/** The order of the tabs. The contract's list cannot be imported: it would bring zod into the window. */
const languages = [
  'curl',
  'powershell',
  'csharp',
  'javascript-fetch',
  'python-requests',
] as const satisfies readonly CodeLanguage[]

type CodeDialogProps = {
  readonly request: RequestTemplate
  /** Whose auth and variables are inherited; null for none. */
  readonly nodeId: NodeId | null
  readonly environmentId: string | null
  readonly onClose: () => void
}

/** The language that was looked at last, for as long as the window lives. */
let lastLanguage: CodeLanguage = 'curl'

/** The request as code in several languages, its secrets masked unless asked for. */
export function CodeDialog({ request, nodeId, environmentId, onClose }: CodeDialogProps) {
  const { t } = useTranslation('request')
  const [language, setLanguage] = useState<CodeLanguage>(lastLanguage)
  const [withSecrets, setWithSecrets] = useState(false)
  const code = useRequestCode({ request, nodeId, environmentId, language, withSecrets })
  useReturnFocus()
  const choose = (next: CodeLanguage) => {
    lastLanguage = next
    setLanguage(next)
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={`${styles.surface}`}>
        <DialogBody>
          <DialogTitle>{t('code.title')}</DialogTitle>
          <DialogContent className={`${styles.content}`}>
            <TabList
              size="small"
              aria-label={t('code.language')}
              selectedValue={language}
              onTabSelect={(_, { value }) => choose(languages.find((known) => known === value) ?? 'curl')}
            >
              {languages.map((known) => (
                <Tab key={known} value={known}>
                  {t(`code.${known}`)}
                </Tab>
              ))}
            </TabList>
            {code.state === 'waiting' ? <Spinner size="small" label={t('code.waiting')} /> : null}
            {code.state === 'failed' ? <ErrorBar error={code.error} /> : null}
            {code.state === 'ready' ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
              <section className={styles.code} tabIndex={0} aria-label={t('code.label')}>
                <VisibleText text={code.text} multiline light />
              </section>
            ) : null}
            <Switch
              label={t('code.withSecrets')}
              checked={withSecrets}
              onChange={(_, { checked }) => setWithSecrets(checked)}
            />
            {withSecrets ? <p className={styles.hint}>{t('code.withSecretsHint')}</p> : null}
          </DialogContent>
          <DialogActions>
            {code.state === 'ready' ? (
              <CopyButton withText size="medium" text={code.text} label={t('code.copy')} />
            ) : null}
            <Button appearance="primary" onClick={onClose}>
              {t('close', { ns: 'common' })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
