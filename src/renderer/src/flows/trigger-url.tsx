import { Button, Select, Tooltip } from '@fluentui/react-components'
import { ArrowSyncRegular, GlobeRegular } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { useTranslation } from 'react-i18next'
import { openTunnel } from '../app-shell/actions'
import { useEngine } from '../state/engine-store'
import { flowAddress } from '../state/flow-address'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { noteUrlCopied } from '../state/guide-store'
import { changeAppSettings, useSettings } from '../state/settings-store'
import { showErrorToast } from '../state/toast-store'
import { CopyButton } from '../ui/copy-button'
import { MaskedText } from '../ui/masked-text'
import styles from './trigger-url.module.css'

/** *HTTP POST URL*: for senders on this computer and on the internet, masked, with its copy control. */
export function TriggerUrl({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('flows')
  const hydration = useEngine((state) => state.hydration)
  const settings = useSettings((state) => state.settings)
  const openDialog = useFlowsDialog((state) => state.open)
  const { urlShape, publicBaseUrl } = settings
  const address = (urlBase: 'local' | 'public') => flowAddress(hydration, { ...settings, urlBase }, flow.id)
  const local = address('local')
  const open = publicBaseUrl === '' ? null : address('public')
  const noteCopied = () => void noteUrlCopied(flow.id)
  return (
    <div className={styles.urls}>
      <h4 className={styles.label}>{t('url.label', { method: flow.method })}</h4>
      {local ? <UrlLine label={t('url.local')} url={local.url} masked={local.masked} onCopied={noteCopied} /> : null}
      {open ? (
        <UrlLine label={t('url.public')} url={open.url} masked={open.masked} onCopied={noteCopied} />
      ) : (
        <div className={styles.line}>
          <span className={styles.where}>{t('url.public')}</span>
          <span className={styles.missing}>{t('url.noPublic')}</span>
          <Button size="small" icon={<GlobeRegular />} onClick={openTunnel}>
            {t('url.tunnel')}
          </Button>
        </div>
      )}
      <div className={styles.options}>
        <Select
          size="small"
          aria-label={t('url.shape')}
          title={t(`url.shapeHelp.${urlShape}`)}
          value={urlShape}
          onChange={(_, data) => {
            const shape = data.value === 'power-platform' ? 'power-platform' : 'logic-azure'
            changeAppSettings({ urlShape: shape }).catch((error: unknown) => showErrorToast(t('failed.shape'), error))
          }}
        >
          <option value="logic-azure">{t('url.shapes.logic-azure')}</option>
          <option value="power-platform">{t('url.shapes.power-platform')}</option>
        </Select>
        <Tooltip content={t('url.regenerateHint')} relationship="description">
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowSyncRegular />}
            onClick={() => openDialog({ kind: 'regenerate', flowId: flow.id })}
          >
            {t('menu.regenerate')}
          </Button>
        </Tooltip>
      </div>
    </div>
  )
}

type UrlLineProps = {
  readonly label: string
  readonly url: string
  readonly masked: string
  readonly onCopied: () => void
}

function UrlLine({ label, url, masked, onCopied }: UrlLineProps) {
  const { t } = useTranslation('bar')
  const { t: tFlows } = useTranslation('flows')
  return (
    <div className={styles.line}>
      <span className={styles.where}>{label}</span>
      <div className={styles.address}>
        <MaskedText
          className={styles.url}
          masked={masked}
          secret={url}
          showLabel={t('showSignature')}
          hideLabel={t('hideSignature')}
        />
      </div>
      <span data-place="url">
        <CopyButton text={url} label={tFlows('url.copy')} withText onCopied={onCopied} />
      </span>
    </div>
  )
}
