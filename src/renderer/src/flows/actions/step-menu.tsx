import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import {
  ArrowDownRegular,
  ArrowUpRegular,
  CopyRegular,
  DeleteRegular,
  MoreHorizontalRegular,
  RenameRegular,
  TimelineRegular,
} from '@fluentui/react-icons'
import type { FlowAction } from '@shared/flow/action'
import { findAction, insertAction, removeAction, type StepPlace, stepsOf } from '@shared/flow/action-tree'
import { useTranslation } from 'react-i18next'
import { afterMenu } from '../../ui/after-menu'
import { offerUndo } from '../../ui/undo-toast'
import { focusBesideStep, focusNewStep } from './focus-step'
import { canMove, moveStep } from './move-step'
import { copyAction } from './new-action'
import { useSteps } from './steps-context'

type StepMenuProps = {
  readonly action: FlowAction
  readonly place: StepPlace
  readonly onRename: () => void
  readonly onRunAfter: () => void
}

/** What can be done with a step. */
export function StepMenu({ action, place, onRename, onRunAfter }: StepMenuProps) {
  const { t } = useTranslation('flowActions')
  const { actions, change, setOpen } = useSteps()
  const remove = () => {
    focusBesideStep(action.name)
    change((now) => removeAction(now, action.id))
    offerUndo(t('menu.deleted', { name: action.name }), async () =>
      change((now) => {
        if (findAction(now, action.id)) return now
        const isListThere = place.list === null || findAction(now, place.list.conditionId) !== null
        const list = isListThere ? place.list : null
        return insertAction(now, { list, index: Math.min(place.index, stepsOf(now, list).length) }, action)
      }),
    )
  }
  const duplicate = () => {
    const copy = copyAction(action, actions)
    change((now) => insertAction(now, { ...place, index: place.index + 1 }, copy))
    setOpen(copy.id, true)
    focusNewStep(copy.name)
  }
  const canGo = (by: -1 | 1) => canMove(actions, action.id, by)
  const go = (by: -1 | 1) => change((now) => moveStep(now, action.id, by))
  return (
    <Menu positioning={{ position: 'below', align: 'end' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
          aria-label={t('menu.more', { name: action.name })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<RenameRegular />} onClick={afterMenu(onRename)}>
            {t('menu.rename')}
          </MenuItem>
          <MenuItem icon={<TimelineRegular />} onClick={afterMenu(onRunAfter)}>
            {t('menu.runAfter')}
          </MenuItem>
          <MenuItem icon={<CopyRegular />} onClick={duplicate}>
            {t('menu.duplicate')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<ArrowUpRegular />} secondaryContent="Alt+↑" disabled={!canGo(-1)} onClick={() => go(-1)}>
            {t('menu.up')}
          </MenuItem>
          <MenuItem icon={<ArrowDownRegular />} secondaryContent="Alt+↓" disabled={!canGo(1)} onClick={() => go(1)}>
            {t('menu.down')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<DeleteRegular />} onClick={remove}>
            {t('menu.delete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
