import { Button, Popover, PopoverSurface, PopoverTrigger, Tooltip } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ListItem, SearchableList } from '../searchable-list'
import styles from './lead-form.module.css'

type ValuePickerProps = {
  readonly label: string
  readonly items: readonly ListItem[]
  readonly onChoose: (id: string) => void
}

/** A button beside a field that offers the values people usually want there, each with its meaning. */
export function ValuePicker({ label, items, onChoose }: ValuePickerProps) {
  const { t } = useTranslation('body')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      trapFocus
      open={isOpen}
      onOpenChange={(_, { open }) => setIsOpen(open)}
      positioning={{ position: 'below', align: 'end', autoSize: true }}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={label} relationship="label">
          <Button size="small" appearance="subtle" icon={<ChevronDownRegular />} />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.picker ?? ''} aria-label={label}>
        <SearchableList
          label={label}
          searchLabel={t('pick.search')}
          groups={[{ id: 'all', label: '', items }]}
          onChoose={(id) => {
            setIsOpen(false)
            onChoose(id)
          }}
        />
      </PopoverSurface>
    </Popover>
  )
}
