import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { visibleString } from '@shared/text/visible-string'
import { useTranslation } from 'react-i18next'
import { openTunnel } from '../app-shell/actions'
import styles from './lines.module.css'
import { useFlowUrls } from './use-own-flow'

type FlowUrlButtonsProps = { readonly onChoose: (url: string) => void }

/** Fills in the URL of one of my flows: local for a rehearsal here, public through a tunnel. */
export function FlowUrlButtons({ onChoose }: FlowUrlButtonsProps) {
  const { t } = useTranslation('partner')
  const urls = useFlowUrls()
  const kinds = (['local', 'public'] as const).filter((kind) => urls.some((flow) => flow[kind] !== null))
  return (
    <div className={styles.buttons}>
      {kinds.map((kind) => (
        <UrlButton key={kind} kind={kind} onChoose={onChoose} />
      ))}
      {kinds.includes('public') ? null : (
        <Button size="small" appearance="subtle" onClick={openTunnel}>
          {t('connection.openTunnel')}
        </Button>
      )}
    </div>
  )
}

/** One click for the newest flow, which is the one that is being connected most often; the others in a menu. */
function UrlButton({ kind, onChoose }: FlowUrlButtonsProps & { readonly kind: 'local' | 'public' }) {
  const { t } = useTranslation('partner')
  const urls = useFlowUrls().flatMap(({ flow, [kind]: url }) => (url === null ? [] : [{ flow, url }]))
  const newest = urls.at(-1)
  const others = urls.slice(0, -1)
  if (!newest) return null
  return (
    <>
      <Button size="small" onClick={() => onChoose(newest.url)}>
        <span className={styles.cut}>{t(`connection.${kind}`, { flow: visibleString(newest.flow.name) })}</span>
      </Button>
      {others.length === 0 ? null : (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton size="small">{t(`connection.${kind}Of`)}</MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {others.map(({ flow, url }) => (
                <MenuItem key={flow.id} onClick={() => onChoose(url)}>
                  {visibleString(flow.name)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </>
  )
}
