import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { BracesVariableRegular, SettingsRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { useCollections } from '../../state/collections-store'
import { changeWorkspace, useComposer } from '../../state/composer-store'
import styles from './environments.module.css'
import { EnvironmentsDialog } from './environments-dialog'
import { useEnvironmentsDialog } from './environments-dialog-store'

/** No environment as a value of the menu: file names are never empty. */
const noId = ''

/** Which environment gives requests their variables, and the way to change them. */
export function EnvironmentPicker() {
  const { t } = useTranslation('request')
  const environments = useCollections((state) => state.environments)
  const chosenId = useComposer((state) => state.workspace.environmentId)
  const { isOpen, open } = useEnvironmentsDialog()
  const chosen = environments.find(({ id }) => id === chosenId)
  const name = chosen?.name ?? t('environment.none')
  return (
    <>
      <Menu
        positioning={{ position: 'below', align: 'end', autoSize: true }}
        checkedValues={{ environment: [chosen?.id ?? noId] }}
        onCheckedValueChange={(_, { checkedItems }) => changeWorkspace({ environmentId: checkedItems[0] || null })}
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            size="small"
            className={`${styles.picker}`}
            icon={<BracesVariableRegular />}
            aria-label={t('environment.choose', { name })}
          >
            <span className={styles.pickerName}>{name}</span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItemRadio name="environment" value={noId}>
              {t('environment.none')}
            </MenuItemRadio>
            {environments.map((environment) => (
              <MenuItemRadio key={environment.id} name="environment" value={environment.id}>
                {environment.name}
              </MenuItemRadio>
            ))}
            <MenuDivider />
            <MenuItem icon={<SettingsRegular />} onClick={() => open()}>
              {t('environment.manage')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isOpen ? <EnvironmentsDialog /> : null}
    </>
  )
}
