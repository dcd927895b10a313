import { useTranslation } from 'react-i18next'
import { platform } from '../state/bridge'
import { AboutText } from './about-text'
import { AppearanceSettings } from './appearance-settings'
import { LimitSettings } from './limit-settings'
import { ReceiverSettings } from './receiver-settings'
import { RetentionSettings } from './retention-settings'
import { Section } from './section'
import styles from './settings-view.module.css'
import { DataFolderSettings, NotificationSettings, SecretSettings, StartSettings } from './system-settings'

/** All settings on one page. Every change is saved at once. */
export function SettingsView() {
  const { t } = useTranslation('settings')
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.intro}>{t('intro')}</p>
        <Section id="receiver">
          <ReceiverSettings />
        </Section>
        <Section id="limits">
          <LimitSettings />
        </Section>
        <Section id="retention">
          <RetentionSettings />
        </Section>
        <Section id="notifications">
          <NotificationSettings />
        </Section>
        <Section id="appearance">
          <AppearanceSettings />
        </Section>
        <Section id="dataFolder">
          <DataFolderSettings />
        </Section>
        {platform() === 'linux' ? (
          <Section id="secrets">
            <SecretSettings />
          </Section>
        ) : null}
        <Section id="start">
          <StartSettings />
        </Section>
        <Section id="about">
          <AboutText />
        </Section>
      </div>
    </div>
  )
}
