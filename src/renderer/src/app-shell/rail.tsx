import { CounterBadge, Tooltip } from '@fluentui/react-components'
import {
  BookOpenFilled,
  BookOpenRegular,
  BuildingShopFilled,
  BuildingShopRegular,
  FlowFilled,
  FlowRegular,
  LiveFilled,
  MailInboxFilled,
  MailInboxRegular,
  SendFilled,
  SendRegular,
  SettingsFilled,
  SettingsRegular,
} from '@fluentui/react-icons'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../state/engine-store'
import { followPartnerCenter, useIsStreaming } from '../state/partner-center-store'
import { useView, type View } from '../state/view-store'
import { useMediaQuery } from '../styles/use-theme'
import { shortcuts } from './commands'
import styles from './rail.module.css'

/** The views, as icon and word; only icons in a narrow window. */
export function Rail() {
  const { t } = useTranslation('frame')
  const unread = useEngine((state) => state.hydration?.facets.unread ?? 0)
  const isStreaming = useIsStreaming()
  // A stream outlives the window's reload: it is known before the first look at its view.
  useEffect(followPartnerCenter, [])
  return (
    <nav className={styles.rail} aria-label={t('rail.label')}>
      <RailItem view="inbox" count={unread} />
      <RailItem view="composer" count={0} />
      <RailItem view="flows" count={0} />
      <RailItem view="partner-center" count={0} isSending={isStreaming} />
      <RailItem view="guide" count={0} />
      <span className={styles.space} />
      <RailItem view="settings" count={0} />
    </nav>
  )
}

const icons = {
  inbox: { chosen: MailInboxFilled, other: MailInboxRegular },
  composer: { chosen: SendFilled, other: SendRegular },
  flows: { chosen: FlowFilled, other: FlowRegular },
  'partner-center': { chosen: BuildingShopFilled, other: BuildingShopRegular },
  guide: { chosen: BookOpenFilled, other: BookOpenRegular },
  settings: { chosen: SettingsFilled, other: SettingsRegular },
} as const

type RailItemProps = {
  readonly view: View
  readonly count: number
  /** Something of the view goes on while others are shown. */
  readonly isSending?: boolean
}

function RailItem({ view, count, isSending = false }: RailItemProps) {
  const { t } = useTranslation('frame')
  const chosen = useView((state) => state.view === view)
  const show = useView((state) => state.show)
  const narrow = useMediaQuery('(width < 1000px)')
  const Icon = chosen ? icons[view].chosen : icons[view].other
  const name = isSending ? t('rail.withStream', { name: t(`rail.${view}`) }) : t(`rail.${view}`)
  const keys = shortcuts[`view-${view}`] ?? ''
  const button = (
    <button
      type="button"
      className={`${styles.item} ${chosen ? styles.chosen : ''}`}
      aria-current={chosen ? 'page' : undefined}
      aria-label={count > 0 ? t('rail.withUnread', { name, count }) : name}
      onClick={() => show(view)}
    >
      <Icon className={`${styles.icon}`} aria-hidden />
      <span className={styles.word}>{t(`rail.${view}`)}</span>
      {isSending ? <LiveFilled className={`${styles.sending}`} aria-hidden /> : null}
      {count > 0 ? (
        <CounterBadge className={styles.count} count={count} overflowCount={999} size="medium" aria-hidden />
      ) : null}
    </button>
  )
  return (
    <Tooltip
      content={narrow || isSending ? `${name} (${keys})` : keys}
      relationship="description"
      positioning="after"
      showDelay={narrow ? 250 : 1000}
    >
      {button}
    </Tooltip>
  )
}
