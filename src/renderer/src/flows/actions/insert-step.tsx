import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { findAction, insertAction, moveAction, type StepPlace } from '@shared/flow/action-tree'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionIcon } from './action-icon'
import { focusNewStep } from './focus-step'
import { actionTypes, newAction } from './new-action'
import { newMailTexts } from './new-mail-texts'
import { stepDragType } from './step-drag'
import styles from './step-list.module.css'
import { useSteps } from './steps-context'

type InsertStepProps = {
  readonly place: StepPlace
  /** The last one of its list says *New step*; those between are a plus on the line. */
  readonly isLast: boolean
}

/** The line between two cards: a place for a new step, and for one that is dragged. */
export function InsertStep({ place, isLast }: InsertStepProps) {
  const { t } = useTranslation('flowActions')
  const steps = useSteps()
  const [isTarget, setTarget] = useState(false)
  const types = place.list === null ? actionTypes : actionTypes.filter((type) => type !== 'condition')
  const add = (type: (typeof actionTypes)[number]) => {
    const action = newAction(type, t(`type.${type}`), steps.actions, newMailTexts(t))
    steps.change((actions) => insertAction(actions, place, action))
    steps.setOpen(action.id, true)
    focusNewStep(action.name)
  }
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(stepDragType)) return
    event.preventDefault()
    setTarget(true)
  }
  const drop = (event: DragEvent) => {
    setTarget(false)
    const id = event.dataTransfer.getData(stepDragType)
    if (!findAction(steps.actions, id)) return
    event.preventDefault()
    steps.change((actions) => moveAction(actions, id, place))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop; the keyboard moves steps with Alt and an arrow
    <div
      className={`${styles.insert} ${isLast ? styles.last : ''} ${isTarget ? styles.target : ''}`}
      onDragOver={over}
      onDragLeave={() => setTarget(false)}
      onDrop={drop}
    >
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          {isLast ? (
            <Button icon={<AddRegular />} size={place.list === null ? 'medium' : 'small'}>
              {t('add.new')}
            </Button>
          ) : (
            <Tooltip content={t('add.here')} relationship="label">
              <Button className={`${styles.plus}`} shape="circular" size="small" icon={<AddRegular />} />
            </Tooltip>
          )}
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {types.map((type) => (
              <MenuItem
                key={type}
                icon={<ActionIcon type={type} />}
                subText={t(`typeHint.${type}`)}
                onClick={() => add(type)}
              >
                {t(`type.${type}`)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}
