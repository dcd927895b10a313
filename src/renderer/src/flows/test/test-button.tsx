import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { startTest, useFlowTests } from '../../state/flow-test-store'
import { testBesideComposer } from '../../state/test-beside-store'

/** *Test > I'll perform the trigger action*, here or beside the composer. */
export function TestButton({ flowId }: { readonly flowId: string }) {
  const { t } = useTranslation('flowRuns')
  const isWaiting = useFlowTests(({ tests }) => {
    const state = tests[flowId]?.state
    return state === 'starting' || state === 'waiting'
  })
  return (
    <Menu positioning={{ position: 'below', align: 'end' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<BeakerRegular />} disabledFocusable={isWaiting} data-place="test">
          {t('testButton')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem subText={t('performHint')} onClick={() => void startTest(flowId)}>
            {t('perform')}
          </MenuItem>
          <MenuItem subText={t('beside.hint')} onClick={() => testBesideComposer(flowId)}>
            {t('beside.start')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
