import { Spinner } from '@fluentui/react-components'
import { guideState } from '@shared/guide/guide-state'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { followGuide, useGuide } from '../state/guide-store'
import { useSettings } from '../state/settings-store'
import { ErrorBar } from '../ui/error-text'
import { FollowedFlow } from './followed-flow'
import { GuideAnnouncer } from './guide-announcer'
import { GuideGroup } from './guide-group'
import { GuideProgress } from './guide-progress'
import styles from './guide-view.module.css'
import { moveInGuide } from './move-in-guide'

/** The way of the articles, each step with what the app's own data say about it. */
export function GuideView() {
  const { t } = useTranslation(['guide', 'common'])
  const facts = useGuide((state) => state.facts)
  const error = useGuide((state) => state.error)
  const publicBaseUrl = useSettings(({ settings }) => settings.publicBaseUrl)
  useEffect(followGuide, [])
  if (facts === null) {
    return error ? <ErrorBar error={error} /> : <Spinner className={`${styles.waiting}`} label={t('common:loading')} />
  }
  const state = guideState(facts, { publicBaseUrl })
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <header className={styles.header}>
          <div className={styles.headline}>
            <h1>{t('guide:title')}</h1>
            <FollowedFlow followed={facts.flow} />
          </div>
          <p className={styles.intro}>{t('guide:intro')}</p>
          <GuideProgress done={state.done} total={state.total} />
        </header>
        {error ? <ErrorBar error={error} /> : null}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows are a short cut between the steps' own buttons */}
        <div className={styles.groups} onKeyDown={moveInGuide}>
          {state.groups.map((group) => (
            <GuideGroup key={group.id} {...group} />
          ))}
        </div>
        <GuideAnnouncer state={state} followedId={facts.flow?.id ?? null} />
      </div>
    </div>
  )
}
