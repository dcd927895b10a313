import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import {
  ArrowDownRegular,
  ArrowExportRegular,
  ArrowMoveRegular,
  ArrowUpRegular,
  ClipboardPasteRegular,
  CopyRegular,
  CutRegular,
  DeleteRegular,
  DocumentAddRegular,
  FolderAddRegular,
  OpenRegular,
  PlayRegular,
  RenameRegular,
  SettingsRegular,
  WindowConsoleRegular,
} from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { pointTarget } from '../../inbox/list/point-target'
import { findNode } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { useComposerDialog } from '../../state/composer-dialog-store'
import {
  copyAsCurl,
  createFolder,
  createRequest,
  cutNodes,
  deleteNodes,
  duplicateNode,
  openFromTree,
  pasteNodes,
  runNode,
  stepNode,
} from './tree-actions'
import { isContainer } from './tree-rows'
import { startRename, useTree } from './tree-store'

type TreeMenuProps = {
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
}

/** The context menu of what is chosen in the tree. */
export function TreeMenu({ at, onClose }: TreeMenuProps) {
  const { t } = useTranslation('collections')
  const collections = useCollections((state) => state.collections)
  const { currentId, selected, cut } = useTree()
  const node = currentId === null ? null : findNode(collections, currentId)
  const open = useComposerDialog((state) => state.open)
  if (!node) return null
  const { id } = node
  const isOne = selected.length <= 1
  const chosen = isOne ? [id] : selected
  const isHolder = isContainer(node)
  const canMove = chosen.every((each) => {
    const kind = findNode(collections, each)?.kind
    return kind === 'request' || kind === 'folder'
  })
  return (
    <Menu
      open
      onOpenChange={(_, data) => (data.open ? undefined : onClose())}
      positioning={{ target: pointTarget(at), position: 'below', align: 'start' }}
    >
      <MenuPopover>
        <MenuList>
          {isOne && isHolder ? (
            <>
              <MenuItem icon={<DocumentAddRegular />} onClick={() => void createRequest(id)}>
                {t('act.newRequest')}
              </MenuItem>
              <MenuItem icon={<FolderAddRegular />} onClick={() => void createFolder(id)}>
                {t('act.newFolder')}
              </MenuItem>
              <MenuDivider />
              <MenuItem
                icon={<SettingsRegular />}
                secondaryContent="Enter"
                onClick={() => void openFromTree(id, false)}
              >
                {t('act.settings')}
              </MenuItem>
            </>
          ) : null}
          {isOne && !isHolder ? (
            <MenuItem icon={<OpenRegular />} secondaryContent="Enter" onClick={() => void openFromTree(id, false)}>
              {t('act.open')}
            </MenuItem>
          ) : null}
          {isOne && node.kind !== 'example' ? (
            <MenuItem icon={<PlayRegular />} onClick={() => runNode(id)}>
              {t('act.run')}
            </MenuItem>
          ) : null}
          {isOne ? (
            <>
              <MenuDivider />
              <MenuItem icon={<RenameRegular />} secondaryContent="F2" onClick={() => startRename(id)}>
                {t('act.rename')}
              </MenuItem>
              <MenuItem icon={<CopyRegular />} secondaryContent="Ctrl+D" onClick={() => void duplicateNode(id)}>
                {t('act.duplicate')}
              </MenuItem>
            </>
          ) : null}
          {isOne && node.kind !== 'example' ? (
            <>
              <MenuItem icon={<ArrowUpRegular />} secondaryContent="Alt+↑" onClick={() => void stepNode(id, -1)}>
                {t('act.moveUp')}
              </MenuItem>
              <MenuItem icon={<ArrowDownRegular />} secondaryContent="Alt+↓" onClick={() => void stepNode(id, 1)}>
                {t('act.moveDown')}
              </MenuItem>
            </>
          ) : null}
          {canMove ? (
            <>
              <MenuItem icon={<CutRegular />} secondaryContent="Ctrl+X" onClick={() => cutNodes(chosen)}>
                {t('act.cut')}
              </MenuItem>
              <MenuItem icon={<ArrowMoveRegular />} onClick={() => open({ kind: 'move', ids: chosen })}>
                {t('act.moveTo')}
              </MenuItem>
            </>
          ) : null}
          {cut.length > 0 ? (
            <MenuItem icon={<ClipboardPasteRegular />} secondaryContent="Ctrl+V" onClick={() => pasteNodes(id)}>
              {t('act.paste')}
            </MenuItem>
          ) : null}
          {isOne && node.kind === 'request' ? (
            <MenuItem icon={<WindowConsoleRegular />} onClick={() => void copyAsCurl(id)}>
              {t('act.copyCurl')}
            </MenuItem>
          ) : null}
          {isOne && isHolder ? (
            <MenuItem icon={<ArrowExportRegular />} onClick={() => open({ kind: 'export', id })}>
              {t('act.export')}
            </MenuItem>
          ) : null}
          <MenuDivider />
          <MenuItem icon={<DeleteRegular />} secondaryContent="Delete" onClick={() => void deleteNodes(chosen)}>
            {t('act.delete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
