import { Button, Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../state/engine-store'
import type { ReceiverTruth } from '../state/receiver-truth'
import { useView } from '../state/view-store'
import { ErrorText } from '../ui/error-text'
import { listenOnPort, restartEngine, startReceiver, stopReceiver } from './actions'
import styles from './receiver-popover.module.css'

/** What the receiver's state means and what can be done about it. */
export function ReceiverPopover({ truth }: { readonly truth: ReceiverTruth }) {
  const { t } = useTranslation('frame')
  const receiver = useEngine((state) => state.hydration?.receiver)
  const show = useView((state) => state.show)
  const { kind, freePort } = truth
  const listening = receiver?.state === 'listening'
  return (
    <div className={styles.popover}>
      <Text weight="semibold">{t(`truth.${kind}`, truth.params)}</Text>
      {truth.error ? <ErrorText error={truth.error} /> : <Text>{t(`truthHelp.${kind}`)}</Text>}
      {listening ? (
        <Text className={styles.quiet}>{t('receiver.addresses', { addresses: receiver.addresses.join(', ') })}</Text>
      ) : null}
      <div className={styles.buttons}>
        {kind === 'port-in-use' && freePort !== null ? (
          <Button appearance="primary" onClick={() => void listenOnPort(freePort)}>
            {t('receiver.usePort', { port: `${freePort}` })}
          </Button>
        ) : null}
        {kind === 'stopped' || kind === 'port-in-use' || (kind === 'failed' && receiver) ? (
          <Button appearance={kind === 'stopped' ? 'primary' : 'secondary'} onClick={() => void startReceiver()}>
            {t(kind === 'stopped' ? 'receiver.start' : 'receiver.tryAgain')}
          </Button>
        ) : null}
        {kind === 'gave-up' ? (
          <Button appearance="primary" onClick={() => void restartEngine()}>
            {t('receiver.restart')}
          </Button>
        ) : null}
        {listening && truth.tone !== 'bad' ? (
          <Button onClick={() => void stopReceiver()}>{t('receiver.stop')}</Button>
        ) : null}
        <Button onClick={() => show('settings')}>{t('receiver.settings')}</Button>
      </div>
    </div>
  )
}
