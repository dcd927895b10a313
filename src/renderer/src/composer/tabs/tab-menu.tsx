import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { pointTarget } from '../../inbox/list/point-target'
import { useComposerDialog } from '../../state/composer-dialog-store'
import {
  activateDraft,
  changeDraft,
  closeDraft,
  discardDraft,
  openNewRequest,
  useComposer,
} from '../../state/composer-store'
import { moveDraft, reopenClosed } from '../../state/composer-tabs'
import { composerShortcuts } from '../composer-shortcuts'
import { revealNode } from '../tree/tree-store'

type TabMenuProps = {
  readonly draftId: string
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
}

/** The context menu of a tab. */
export function TabMenu({ draftId, at, onClose }: TabMenuProps) {
  const { t } = useTranslation('collections')
  const { drafts, workspace, previewTab, closed } = useComposer()
  const { tabs } = workspace
  const draft = drafts[draftId]
  const place = tabs.indexOf(draftId)
  const { nodeId } = draft ?? { nodeId: null }
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => (open ? undefined : onClose())}
      positioning={{ target: pointTarget(at), position: 'below', align: 'start' }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem secondaryContent={composerShortcuts.closeTab[0]} onClick={() => closeDraft(draftId)}>
            {t('tab.close')}
          </MenuItem>
          <MenuItem disabled={tabs.length < 2} onClick={() => closeTabs(tabs.filter((id) => id !== draftId))}>
            {t('tab.closeOthers')}
          </MenuItem>
          <MenuItem disabled={place === tabs.length - 1} onClick={() => closeTabs(tabs.slice(place + 1))}>
            {t('tab.closeRight')}
          </MenuItem>
          <MenuItem onClick={() => closeTabs(tabs.filter((id) => !drafts[id]?.unsaved))}>
            {t('tab.closeSaved')}
          </MenuItem>
          <MenuItem onClick={() => closeTabs(tabs)}>{t('tab.closeAll')}</MenuItem>
          <MenuItem
            disabled={closed.length === 0}
            secondaryContent={composerShortcuts.reopenTab[0]}
            onClick={() => reopenClosed()}
          >
            {t('tab.reopen')}
          </MenuItem>
          <MenuDivider />
          {previewTab === draftId ? (
            <MenuItem onClick={() => activateDraft(draftId, true)}>{t('tab.keep')}</MenuItem>
          ) : null}
          {draft?.kind === 'request' ? (
            <MenuItem onClick={() => duplicateTab(draftId)}>{t('tab.duplicate')}</MenuItem>
          ) : null}
          <MenuItem disabled={nodeId === null} onClick={() => nodeId !== null && revealNode(nodeId)}>
            {t('tab.reveal')}
          </MenuItem>
          <MenuItem
            disabled={place === 0}
            secondaryContent={composerShortcuts.moveTabLeft[0]}
            onClick={() => moveDraft(draftId, -1)}
          >
            {t('tab.moveLeft')}
          </MenuItem>
          <MenuItem
            disabled={place === tabs.length - 1}
            secondaryContent={composerShortcuts.moveTabRight[0]}
            onClick={() => moveDraft(draftId, 1)}
          >
            {t('tab.moveRight')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** Closes several tabs; those with unsaved edits are asked about together. */
function closeTabs(ids: readonly string[]): void {
  const { drafts } = useComposer.getState()
  const unsaved = ids.filter((id) => drafts[id]?.unsaved)
  for (const id of ids) if (!unsaved.includes(id)) discardDraft(id)
  if (unsaved.length > 0) useComposerDialog.getState().open({ kind: 'close', draftIds: unsaved })
}

function duplicateTab(draftId: string): void {
  const draft = useComposer.getState().drafts[draftId]
  if (!draft?.request) return
  const copyId = openNewRequest({ request: draft.request, name: draft.name })
  changeDraft(copyId, { description: draft.description, checks: draft.checks })
}
