import { Button, Popover, PopoverSurface, PopoverTrigger, Text } from '@fluentui/react-components'
import { ChevronDownRegular, GlobeRegular } from '@fluentui/react-icons'
import { tunnelCommand, tunnelIds } from '@shared/flow/tunnel-commands'
import { useTranslation } from 'react-i18next'
import { useView } from '../../state/view-store'
import { CopyButton } from '../../ui/copy-button'
import { PublicAddressForm } from './public-address-form'
import styles from './tunnel-popover.module.css'

/** How the flow becomes reachable from the internet: a command to run, and the address that it prints. */
export function TunnelPopover({ port }: { readonly port: number }) {
  const { t } = useTranslation('bar')
  const isOpen = useView((state) => state.dialog === 'tunnel')
  const open = useView((state) => state.open)
  return (
    <Popover
      trapFocus
      positioning="below-end"
      open={isOpen}
      onOpenChange={(_, data) => open(data.open ? 'tunnel' : null)}
    >
      <PopoverTrigger>
        <Button size="small" icon={<GlobeRegular />}>
          {t('tunnel.button')} <ChevronDownRegular className={`${styles.chevron}`} aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-labelledby="tunnel-title">
        <h2 id="tunnel-title" className={styles.title}>
          {t('tunnel.title')}
        </h2>
        <Text className={styles.quiet}>{t('tunnel.intro')}</Text>
        <h3 className={styles.step}>{t('tunnel.stepRun')}</h3>
        <ul className={styles.commands}>
          {tunnelIds.map((id) => (
            <li key={id} className={styles.command}>
              <span className={styles.name}>{t(`tunnel.${id}.name`)}</span>
              <div className={styles.line}>
                <code className={styles.code}>{tunnelCommand(id, port)}</code>
                <CopyButton text={tunnelCommand(id, port)} label={t('tunnel.copy', { name: t(`tunnel.${id}.name`) })} />
              </div>
              <span className={styles.quiet}>{t(`tunnel.${id}.what`)}</span>
            </li>
          ))}
        </ul>
        <h3 className={styles.step}>{t('tunnel.stepPaste')}</h3>
        <PublicAddressForm onSaved={() => open(null)} />
      </PopoverSurface>
    </Popover>
  )
}
