import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components'
import {
  AddRegular,
  ArrowImportRegular,
  BoxRegular,
  DocumentAddRegular,
  FolderAddRegular,
  FolderOpenRegular,
  MoreHorizontalRegular,
  SubtractSquareMultipleRegular,
} from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { useCollections } from '../../state/collections-store'
import { useComposerDialog } from '../../state/composer-dialog-store'
import { composerShortcuts } from '../composer-shortcuts'
import { startRequest } from '../request/start-request'
import styles from './collections-pane.module.css'
import { placeNear } from './drop-place'
import { createFolder } from './tree-actions'
import { collapseAll, useTree } from './tree-store'

/** What can be added to the collections, and what is for all of them. */
export function TreeToolbar() {
  const { t } = useTranslation('collections')
  const open = useComposerDialog((state) => state.open)
  const collections = useCollections((state) => state.collections)
  const currentId = useTree((state) => state.currentId)
  const at = currentId !== null && placeNear(collections, currentId) ? currentId : (collections[0]?.id ?? null)
  return (
    <div className={styles.toolbar}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" appearance="primary" icon={<AddRegular />}>
            {t('tree.new')}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={<DocumentAddRegular />}
              secondaryContent={composerShortcuts.newRequest[0]}
              onClick={() => startRequest(newRequestPlace(at))}
            >
              {t('tree.request')}
            </MenuItem>
            <MenuItem
              icon={<FolderAddRegular />}
              disabled={at === null}
              onClick={() => at !== null && void createFolder(at)}
            >
              {t('tree.folder')}
            </MenuItem>
            <MenuItem icon={<BoxRegular />} onClick={() => open({ kind: 'new-collection' })}>
              {t('tree.collection')}
            </MenuItem>
            <MenuDivider />
            <MenuItem
              icon={<ArrowImportRegular />}
              secondaryContent={composerShortcuts.import[0]}
              onClick={() => open({ kind: 'import' })}
            >
              {t('tree.importItem')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Tooltip content={t('tree.importHint')} relationship="description">
        <Button size="small" appearance="subtle" icon={<ArrowImportRegular />} onClick={() => open({ kind: 'import' })}>
          {t('tree.import')}
        </Button>
      </Tooltip>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={styles.end}
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={t('tree.more')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<SubtractSquareMultipleRegular />} onClick={collapseAll}>
              {t('tree.collapseAll')}
            </MenuItem>
            <MenuItem icon={<FolderOpenRegular />} onClick={() => open({ kind: 'folder' })}>
              {t('tree.chooseFolder')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}

/** A new request is meant for what is chosen in the tree, if anything is. */
function newRequestPlace(at: string | null): { readonly parentId?: string } {
  const { currentId } = useTree.getState()
  const place = currentId === null || at === null ? null : placeNear(useCollections.getState().collections, at)
  return place === null ? {} : { parentId: place.parentId }
}
