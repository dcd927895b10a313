import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import {
  ArrowExportRegular,
  ArrowSyncRegular,
  CopyRegular,
  DeleteRegular,
  MoreHorizontalRegular,
  PauseCircleRegular,
  PlayCircleRegular,
  RenameRegular,
} from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { useTranslation } from 'react-i18next'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { afterMenu } from '../ui/after-menu'
import { deleteFlow, duplicateFlow, toggleFlow } from './flow-actions'
import { focusChosenFlow } from './focus-flow'

type FlowMenuProps = {
  readonly flow: Flow
  /** The only flow cannot be deleted. */
  readonly isLast: boolean
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** What can be done with a flow as a whole. */
export function FlowMenu({ flow, isLast, open, onOpen }: FlowMenuProps) {
  const { t } = useTranslation('flows')
  const openDialog = useFlowsDialog((state) => state.open)
  const rename = useFlowsDialog((state) => state.rename)
  const isOn = flow.state === 'started'
  return (
    <Menu open={open} onOpenChange={(_, data) => onOpen(data.open)} positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={t('menu.label', { name: flow.name })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<RenameRegular />} secondaryContent="F2" onClick={afterMenu(() => rename(flow.id))}>
            {t('menu.rename')}
          </MenuItem>
          <MenuItem icon={<CopyRegular />} onClick={() => void duplicateFlow(flow)}>
            {t('menu.duplicate')}
          </MenuItem>
          <MenuItem icon={isOn ? <PauseCircleRegular /> : <PlayCircleRegular />} onClick={() => void toggleFlow(flow)}>
            {t(isOn ? 'menu.turnOff' : 'menu.turnOn')}
          </MenuItem>
          <MenuItem
            icon={<ArrowSyncRegular />}
            onClick={afterMenu(() => openDialog({ kind: 'regenerate', flowId: flow.id }))}
          >
            {t('menu.regenerate')}
          </MenuItem>
          <MenuItem
            icon={<ArrowExportRegular />}
            onClick={afterMenu(() => openDialog({ kind: 'export', flowId: flow.id }))}
          >
            {t('menu.export')}
          </MenuItem>
          <MenuDivider />
          <MenuItem
            icon={<DeleteRegular />}
            disabled={isLast}
            secondaryContent="Del"
            title={isLast ? t('menu.lastStays') : undefined}
            onClick={() => void deleteFlow(flow).then(focusChosenFlow)}
          >
            {t('menu.delete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
