import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import {
  ArrowExportRegular,
  CodeRegular,
  ColumnDoubleCompareRegular,
  DeleteRegular,
  DraftsRegular,
  MailReadRegular,
  MailUnreadRegular,
  OpenRegular,
  PinOffRegular,
  PinRegular,
  SendRegular,
  WindowConsoleRegular,
} from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { openInComposer } from '../open-in-composer'
import { pointTarget } from './point-target'
import { openResend } from './resend-store'
import type { ChosenActions } from './use-chosen-actions'

type RowMenuProps = {
  /** Where it was asked for, in px of the window; null while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly actions: ChosenActions
  readonly onOpenLead: () => void
  readonly onClose: () => void
}

/** The context menu of the chosen leads. */
export function RowMenu({ at, actions, onOpenLead, onClose }: RowMenuProps) {
  const { t } = useTranslation('inbox')
  const { focused, count } = actions
  const isPinned = focused?.pinned ?? false
  const isUnread = focused?.unread ?? false
  return (
    <Menu
      open={at !== null}
      onOpenChange={(_, { open }) => (open ? undefined : onClose())}
      positioning={{ target: pointTarget(at), position: 'below', align: 'start' }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<OpenRegular />} secondaryContent="Enter" disabled={!focused} onClick={onOpenLead}>
            {t('list.act.open')}
          </MenuItem>
          <MenuItem
            icon={isPinned ? <PinOffRegular /> : <PinRegular />}
            secondaryContent="P"
            onClick={() => actions.setPinned(!isPinned)}
          >
            {isPinned ? t('list.act.unpin') : t('list.act.pin')}
          </MenuItem>
          <MenuItem
            icon={isUnread ? <MailReadRegular /> : <MailUnreadRegular />}
            secondaryContent="U"
            onClick={() => actions.setUnread(!isUnread)}
          >
            {isUnread ? t('list.act.markRead') : t('list.act.markUnread')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<CodeRegular />} disabled={count !== 1} onClick={() => actions.copy('json')}>
            {t('list.act.copyJson')}
          </MenuItem>
          <MenuItem icon={<WindowConsoleRegular />} disabled={count !== 1} onClick={() => actions.copy('curl')}>
            {t('list.act.copyCurl')}
          </MenuItem>
          <MenuItem
            icon={<DraftsRegular />}
            disabled={count !== 1 || !focused}
            onClick={() => focused && void openInComposer(focused)}
          >
            {t('list.act.openInComposer')}
          </MenuItem>
          <MenuItem icon={<SendRegular />} onClick={openResend}>
            {t('list.act.resend')}
          </MenuItem>
          <MenuItem icon={<ArrowExportRegular />} onClick={actions.export}>
            {t('list.act.export')}
          </MenuItem>
          <MenuItem icon={<ColumnDoubleCompareRegular />} disabled={!actions.canCompare} onClick={actions.compare}>
            {t('list.act.compare')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<DeleteRegular />} secondaryContent="Delete" onClick={actions.delete}>
            {t('list.act.delete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
