import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { AddRegular, ChevronDownRegular, FlowRegular, SettingsRegular } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { useTranslation } from 'react-i18next'
import { chooseFlow, presentFlows } from '../../state/chosen-flow'
import { useEngine } from '../../state/engine-store'
import { useFlowsDialog } from '../../state/flows-dialog-store'
import { useView } from '../../state/view-store'
import { VisibleText } from '../../ui/visible-text'
import styles from './flow-picker.module.css'

/** The flow whose address the bar shows; its menu has the others and the way to its settings. */
export function FlowPicker({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('bar')
  const flows = useEngine((state) => state.hydration?.flows)
  const show = useView((state) => state.show)
  const openDialog = useFlowsDialog((state) => state.open)
  return (
    <Menu
      positioning={{ position: 'below', align: 'start', autoSize: true }}
      checkedValues={{ flow: [flow.id] }}
      onCheckedValueChange={(_, data) => data.checkedItems[0] && chooseFlow(data.checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<FlowRegular />}
          aria-label={t('options.open', { name: flow.name })}
        >
          <VisibleText className={styles.name} text={flow.name} light />
          {flow.state === 'started' ? null : <span className={styles.off}>{t(`options.state.${flow.state}`)}</span>}
          <ChevronDownRegular className={`${styles.chevron}`} aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t('options.flows')}</MenuGroupHeader>
            {presentFlows(flows ?? []).map(({ id, name, state }) => (
              <MenuItemRadio
                key={id}
                name="flow"
                value={id}
                {...(state === 'started' ? {} : { secondaryContent: t(`options.state.${state}`) })}
              >
                <VisibleText text={name} light maxLength={80} />
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItem
            icon={<SettingsRegular />}
            onClick={() => {
              chooseFlow(flow.id)
              show('flows')
            }}
          >
            {t('options.settings')}
          </MenuItem>
          <MenuItem
            icon={<AddRegular />}
            onClick={() => {
              show('flows')
              openDialog({ kind: 'new' })
            }}
          >
            {t('options.new')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
