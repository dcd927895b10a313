import { Link } from '@fluentui/react-components'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { About } from '@shared/contract/shell-commands'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openHelp } from '../app-shell/actions'
import { callShell } from '../state/bridge'
import { CopyButton } from '../ui/copy-button'
import { ErrorText } from '../ui/error-text'
import styles from './settings-view.module.css'

const parts = ['version', 'electron', 'chromium', 'node', 'licence'] as const
const topics = ['lead-article', 'power-automate', 'project'] as const

/** Versions, licence and where to read more. */
export function AboutText() {
  const { t } = useTranslation('settings')
  const [about, setAbout] = useState<About | null>(null)
  const [error, setError] = useState<AppErrorData | null>(null)
  useEffect(() => {
    callShell('about', {}).then(setAbout, (failure: unknown) => setError(toErrorData(failure)))
  }, [])
  if (error) return <ErrorText error={error} />
  return (
    <div>
      <p className={styles.intro}>{t('about.what')}</p>
      <dl className={styles.about}>
        {parts.map((part) => (
          <div key={part} style={{ display: 'contents' }}>
            <dt>{t(`about.${part}`)}</dt>
            <dd>{about?.[part] ?? ''}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.links}>
        {topics.map((topic) => (
          <Link key={topic} as="button" onClick={() => void openHelp(topic)}>
            {t(`about.help.${topic}`)}
          </Link>
        ))}
        {about ? (
          <CopyButton
            withText
            label={t('about.copy')}
            text={parts.map((part) => `${t(`about.${part}`)}: ${about[part]}`).join('\n')}
          />
        ) : null}
      </div>
    </div>
  )
}
