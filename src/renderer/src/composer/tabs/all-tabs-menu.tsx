import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { activateDraft, useComposer } from '../../state/composer-store'
import { VisibleText } from '../../ui/visible-text'
import { tabAddress, tabName } from './tab-name'

/** Every open tab by name, for when they do not fit beside each other. */
export function AllTabsMenu() {
  const { t } = useTranslation('collections')
  const { drafts, workspace } = useComposer()
  if (workspace.tabs.length < 2) return null
  return (
    <Menu
      positioning={{ position: 'below', align: 'end', autoSize: true }}
      checkedValues={{ tab: workspace.activeTab === null ? [] : [workspace.activeTab] }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t('tab.all')} relationship="label">
          <Button appearance="subtle" size="small" icon={<ChevronDownRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {workspace.tabs.map((id) => (
            <MenuItemRadio
              key={id}
              name="tab"
              value={id}
              secondaryContent={drafts[id]?.unsaved ? t('tab.unsaved') : ''}
              {...subTextOf(tabAddress(drafts[id] ?? null))}
              onClick={() => activateDraft(id)}
            >
              <VisibleText text={tabName(drafts[id] ?? null)} maxLength={60} light />
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function subTextOf(address: string): { readonly subText?: string } {
  return address === '' ? {} : { subText: address }
}
