import { Button, Skeleton, SkeletonItem, Tag } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { openTunnel } from '../../app-shell/actions'
import { useFlowAddress } from '../../state/flow-address'
import { noteUrlCopied } from '../../state/guide-store'
import { changeAppSettings, useSettings } from '../../state/settings-store'
import { showErrorToast } from '../../state/toast-store'
import { MaskedText } from '../../ui/masked-text'
import { Segmented } from '../../ui/segmented'
import { useCopy } from '../../ui/use-copy'
import styles from './flow-bar.module.css'
import { FlowPicker } from './flow-picker'
import { SampleButton } from './sample-button'
import { TunnelPopover } from './tunnel-popover'

/** The flow's address and what is done with it: copy it, make it public, send a sample to it. */
export function FlowBar() {
  const { t } = useTranslation('bar')
  const address = useFlowAddress()
  if (!address)
    return (
      <div className={styles.bar}>
        <Skeleton className={styles.waiting} aria-label={t('waiting')}>
          <SkeletonItem size={24} />
        </Skeleton>
      </div>
    )
  return (
    <section className={styles.bar} aria-label={t('label')}>
      <FlowPicker flow={address.flow} />
      <div className={styles.address}>
        <Tag size="small" appearance="outline" className={styles.method}>
          {address.flow.method}
        </Tag>
        <MaskedText
          className={styles.url}
          masked={address.masked}
          secret={address.url}
          showLabel={t('showSignature')}
          hideLabel={t('hideSignature')}
        />
      </div>
      <CopyUrlButton flowId={address.flow.id} url={address.url} />
      <BaseSwitch isPublic={address.isPublic} />
      <TunnelPopover port={address.port} />
      <SampleButton />
    </section>
  )
}

/** Copies all of the URL, its secret included, and says so: cut URLs are what people struggle with most. */
function CopyUrlButton({ flowId, url }: { readonly flowId: string; readonly url: string }) {
  const { t } = useTranslation('bar')
  const { copied, copy } = useCopy()
  return (
    <div className={styles.copy}>
      <Button
        size="small"
        appearance="primary"
        icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={async () => {
          if (await copy(url)) void noteUrlCopied(flowId)
        }}
      >
        {t('copyUrl')}
      </Button>
      <span role="status" className={copied ? styles.copied : 'visually-hidden'}>
        {copied ? t('urlCopied', { count: url.length }) : ''}
      </span>
    </div>
  )
}

/** Which base address the URL is shown with; the first "Public" asks for the tunnel's address. */
function BaseSwitch({ isPublic }: { readonly isPublic: boolean }) {
  const { t } = useTranslation('bar')
  const publicBaseUrl = useSettings((state) => state.settings.publicBaseUrl)
  const change = (urlBase: 'local' | 'public') => {
    if (urlBase === 'public' && publicBaseUrl === '') return openTunnel()
    changeAppSettings({ urlBase }).catch((error: unknown) => showErrorToast(t('baseNotChanged'), error))
  }
  return (
    <Segmented
      label={t('base.label')}
      value={isPublic ? 'public' : 'local'}
      onChange={change}
      options={[
        { value: 'local', label: t('base.local'), title: t('base.localHelp') },
        { value: 'public', label: t('base.public'), title: t('base.publicHelp') },
      ]}
    />
  )
}
