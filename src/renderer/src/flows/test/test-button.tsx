import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { startTest, useFlowTests } from '../../state/flow-test-store'

/** *Test > I'll perform the trigger action*. */
export function TestButton({ flowId }: { readonly flowId: string }) {
  const { t } = useTranslation('flowRuns')
  const isWaiting = useFlowTests(({ tests }) => tests[flowId]?.state === 'waiting')
  return (
    <Menu positioning={{ position: 'below', align: 'end' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<BeakerRegular />} disabled={isWaiting} data-place="test">
          {t('testButton')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem subText={t('performHint')} onClick={() => void startTest(flowId)}>
            {t('perform')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
