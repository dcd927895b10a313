import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  Tooltip,
} from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './tab-line.module.css'

export type LineTab<Name extends string> = {
  readonly name: Name
  /** Translated. */
  readonly label: string
  /** Stands behind the label, e.g. a count. */
  readonly mark?: ReactNode
  readonly id: string
  /** The id of its panel. */
  readonly controls: string
}

type TabLineProps<Name extends string> = {
  readonly tabs: readonly LineTab<Name>[]
  readonly selected: Name
  readonly onSelect: (name: Name) => void
  /** What the tabs are, translated. */
  readonly label: string
  /** Of the menu with all of them, translated. */
  readonly menuLabel: string
}

/** Of the line at each side, in pixels; `tab-line.module.css` has the same. */
const padding = 6

/** Tabs on one line: what a narrow pane has no room for is scrolled to, and found in a menu at the end. */
export function TabLine<Name extends string>({ tabs, selected, onSelect, label, menuLabel }: TabLineProps<Name>) {
  const line = useRef<HTMLDivElement>(null)
  const [isCut, setIsCut] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen tab comes into view when it, or the line, changes
  useEffect(() => {
    const element = line.current
    if (!element) return
    const measure = () => {
      // Against the room without the menu's button, which must not be the reason for itself.
      const room = (element.parentElement?.clientWidth ?? 0) - 2 * padding
      setIsCut((element.firstElementChild?.scrollWidth ?? 0) > room)
      showSelected(element)
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    for (const tab of element.querySelectorAll('[role="tab"]')) sizes.observe(tab)
    return () => sizes.disconnect()
  }, [selected, tabs.map(({ name }) => name).join()])

  return (
    <div className={styles.bar}>
      <div ref={line} className={styles.line}>
        <TabList
          size="small"
          selectedValue={selected}
          aria-label={label}
          onTabSelect={(_, { value }) => {
            const tab = tabs.find(({ name }) => name === value)
            if (tab) onSelect(tab.name)
          }}
        >
          {tabs.map((tab) => (
            <Tab key={tab.name} value={tab.name} id={tab.id} aria-controls={tab.controls}>
              {tab.label}
              {tab.mark}
            </Tab>
          ))}
        </TabList>
      </div>
      {isCut ? (
        <Menu positioning={{ position: 'below', align: 'end' }} checkedValues={{ tab: [selected] }}>
          <MenuTrigger disableButtonEnhancement>
            <Tooltip content={menuLabel} relationship="label">
              <Button className={styles.more} appearance="subtle" size="small" icon={<ChevronDownRegular />} />
            </Tooltip>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {tabs.map((tab) => (
                <MenuItemRadio key={tab.name} name="tab" value={tab.name} onClick={() => onSelect(tab.name)}>
                  {tab.label}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
    </div>
  )
}

function showSelected(line: HTMLElement): void {
  line.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
