import { Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../state/engine-store'
import { receiverTruth } from '../state/receiver-truth'
import { ReceiverPopover } from './receiver-popover'
import { RunStatus } from './run-status'
import styles from './status-bar.module.css'

/** The place of the receiver's truth; a click opens what can be done about it. */
export function StatusBar() {
  const { t } = useTranslation('frame')
  const { hydration, process, hydrationError } = useEngine()
  const truth = receiverTruth(hydration, process, hydrationError)
  return (
    <footer className={styles.bar}>
      <Popover trapFocus positioning="above-start" withArrow>
        <PopoverTrigger>
          <button type="button" className={styles.state}>
            <span className={`${styles.dot} ${styles[truth.tone]}`} aria-hidden />
            <span role="status">{t(`truth.${truth.kind}`, truth.params)}</span>
          </button>
        </PopoverTrigger>
        <PopoverSurface aria-label={t('receiver.label')}>
          <ReceiverPopover truth={truth} />
        </PopoverSurface>
      </Popover>
      {hydration ? (
        <>
          <span className={styles.count}>{t('today.leads', { count: hydration.today.leads })}</span>
          {hydration.today.notValid > 0 ? (
            <span className={styles.count}>{t('today.notValid', { count: hydration.today.notValid })}</span>
          ) : null}
        </>
      ) : null}
      <RunStatus />
    </footer>
  )
}
