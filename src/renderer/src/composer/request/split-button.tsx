import { Button, Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import type { ReactElement, ReactNode } from 'react'
import styles from './split-button.module.css'

type SplitButtonProps = {
  readonly label: string
  /** What it does, with its keys, translated. */
  readonly title: string
  readonly icon?: ReactElement
  readonly isPrimary?: boolean
  readonly onClick: () => void
  /** The name of the menu's button, translated. */
  readonly moreLabel: string
  /** The items of the menu. */
  readonly children: ReactNode
}

/** A button for the usual deed, and beside it a menu of others. */
export function SplitButton(props: SplitButtonProps) {
  const { label, title, icon, isPrimary = false, onClick, moreLabel, children } = props
  const appearance = isPrimary ? 'primary' : 'secondary'
  return (
    <div className={styles.split}>
      <Button
        appearance={appearance}
        className={`${styles.main}`}
        title={title}
        onClick={onClick}
        {...(icon ? { icon } : {})}
      >
        {label}
      </Button>
      <Menu positioning={{ position: 'below', align: 'end', autoSize: true }}>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance={appearance}
            className={`${styles.more} ${isPrimary ? styles.primary : ''}`}
            icon={<ChevronDownRegular />}
            aria-label={moreLabel}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>{children}</MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}
