import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { MailRegular, MoreHorizontalRegular, PersonAddRegular, PlugConnectedRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { useFlowTools } from '../state/flow-tools-store'
import { afterMenu } from '../ui/after-menu'

/** What lies beside the flows: their connections, and what rehearsed steps made. */
export function FlowToolsMenu() {
  const { t } = useTranslation(['flowRuns', 'connections', 'rehearsal'])
  const open = useFlowTools((state) => state.open)
  return (
    <Menu positioning={{ position: 'below', align: 'end' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={t('flowRuns:tools')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<PlugConnectedRegular />}
            onClick={afterMenu(() => open({ kind: 'connections', connectionKind: null }))}
          >
            {t('connections:title')}
          </MenuItem>
          <MenuItem icon={<MailRegular />} onClick={afterMenu(() => open({ kind: 'outbox' }))}>
            {t('rehearsal:title.outbox')}
          </MenuItem>
          <MenuItem icon={<PersonAddRegular />} onClick={afterMenu(() => open({ kind: 'crm-records' }))}>
            {t('rehearsal:title.crm-records')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
