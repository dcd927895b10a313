import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { LeadFormField } from '@shared/lead/lead-form'
import { useTranslation } from 'react-i18next'
import styles from './form-field.module.css'

type StateMenuProps = {
  readonly content: LeadFormField
  readonly label: string
  readonly onWrite: (value: string | null | undefined, typing: boolean) => void
}

const choices = ['text', 'blank', 'null', 'absent'] as const

type Choice = (typeof choices)[number]

/** How a field is sent, and the other ways: text, empty text, null, or not at all. */
export function StateMenu({ content, label, onWrite }: StateMenuProps) {
  const { t } = useTranslation('body')
  const state = content.state === 'text' && content.value === '' ? 'blank' : content.state
  const write = (choice: Choice) => {
    if (choice === 'absent') onWrite(undefined, false)
    else if (choice === 'null') onWrite(null, false)
    else if (choice === 'blank') onWrite('', false)
    else onWrite(content.state === 'not-text' ? content.json.slice(0, 10_000) : '', false)
  }
  return (
    <Menu
      positioning={{ position: 'below', align: 'end' }}
      checkedValues={{ state: [state] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
        const choice = choices.find((known) => known === chosen)
        if (choice && choice !== state) write(choice)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="transparent"
          size="small"
          className={`${styles.state} ${state === 'text' ? styles.quiet : ''}`}
          aria-label={`${label}: ${t(`form.state.${state}`)}`}
        >
          {t(`form.state.${state}`)}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices
            // Text begins with the first key that is typed; there is none to offer where it is not there yet.
            .filter((choice) => choice !== 'text' || state === 'text' || state === 'not-text')
            .map((choice) => (
              <MenuItemRadio
                key={choice}
                name="state"
                value={choice}
                subText={{ className: styles.stateHint ?? '', children: t(`form.state.${choice}Hint`) }}
              >
                {t(`form.state.${choice}`)}
              </MenuItemRadio>
            ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
