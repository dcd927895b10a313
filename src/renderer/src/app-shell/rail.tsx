import { CounterBadge, Tooltip } from '@fluentui/react-components'
import {
  BookOpenFilled,
  BookOpenRegular,
  BuildingShopFilled,
  BuildingShopRegular,
  FlowFilled,
  FlowRegular,
  MailInboxFilled,
  MailInboxRegular,
  SendFilled,
  SendRegular,
  SettingsFilled,
  SettingsRegular,
} from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../state/engine-store'
import { useView, type View } from '../state/view-store'
import { useMediaQuery } from '../styles/use-theme'
import { shortcuts } from './commands'
import styles from './rail.module.css'

/** The views, as icon and word; only icons in a narrow window. */
export function Rail() {
  const { t } = useTranslation('frame')
  const unread = useEngine((state) => state.hydration?.facets.unread ?? 0)
  return (
    <nav className={styles.rail} aria-label={t('rail.label')}>
      <RailItem view="inbox" count={unread} />
      <RailItem view="composer" count={0} />
      <RailItem view="flows" count={0} />
      <RailItem view="partner-center" count={0} />
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

function RailItem({ view, count }: { readonly view: View; readonly count: number }) {
  const { t } = useTranslation('frame')
  const chosen = useView((state) => state.view === view)
  const show = useView((state) => state.show)
  const narrow = useMediaQuery('(width < 1000px)')
  const Icon = chosen ? icons[view].chosen : icons[view].other
  const name = t(`rail.${view}`)
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
      <span className={styles.word}>{name}</span>
      {count > 0 ? (
        <CounterBadge className={styles.count} count={count} overflowCount={999} size="medium" aria-hidden />
      ) : null}
    </button>
  )
  return (
    <Tooltip
      content={narrow ? `${name} (${keys})` : keys}
      relationship="description"
      positioning="after"
      showDelay={narrow ? 250 : 1000}
    >
      {button}
    </Tooltip>
  )
}
