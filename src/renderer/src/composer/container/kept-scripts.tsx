import { Badge } from '@fluentui/react-components'
import type { KeptScript } from '@shared/collection/node-content'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import styles from './container-form.module.css'

/** Scripts that came with an imported file: kept, shown, never run. */
export function KeptScripts({ scripts }: { readonly scripts: readonly KeptScript[] }) {
  const { t } = useTranslation('collections')
  if (scripts.length === 0) return <p className={styles.hint}>{t('container.noScripts')}</p>
  return (
    <>
      <p className={styles.hint}>{t('container.scriptsHint')}</p>
      {scripts.map((script, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: scripts are only shown, and have no other identity
        <section key={index} className={styles.script}>
          <div className={styles.scriptHead}>
            <h3>{t(`container.script.${script.listen}`)}</h3>
            <Badge appearance="tint" color="warning">
              {t('container.notRun')}
            </Badge>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
          <pre className={styles.code} tabIndex={0}>
            <VisibleText text={script.text} multiline maxLength={100_000} />
          </pre>
        </section>
      ))}
    </>
  )
}
