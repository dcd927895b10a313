// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus; the handles are focusable themselves
// biome-ignore-all lint/a11y/useSemanticElements: a grid of rows placed by hand cannot be a <table>: rows exist only while they are on the screen
import { Menu, MenuDivider, MenuItem, MenuItemCheckbox, MenuList, MenuPopover } from '@fluentui/react-components'
import { type PointerEvent, type MouseEvent as ReactMouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../state/settings-store'
import { type Column, type ColumnId, columnIds, columnSettings, minimumWidth, toggleColumn } from './columns'
import styles from './list-header.module.css'
import { pointTarget } from './point-target'

type ListHeaderProps = {
  readonly columns: readonly Column[]
  /** Shows a width while it is being dragged. */
  readonly onResizing: (id: ColumnId, width: number) => void
  /** Keeps columns as they are now; an empty list means the automatic ones. */
  readonly onChange: (columns: ReturnType<typeof toggleColumn>) => void
}

/** The names of the columns: their edges can be dragged (or moved with the arrow keys), their menu shows and hides. */
export function ListHeader({ columns, onResizing, onChange }: ListHeaderProps) {
  const { t } = useTranslation('inbox')
  const saved = useSettings((state) => state.settings.inboxColumns)
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const all = columnSettings(saved, columns)
  const openMenu = (event: ReactMouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setMenuAt({ x: event.clientX, y: event.clientY })
  }
  const keep = (id: ColumnId, width: number) =>
    onChange(all.map((column) => (column.id === id ? { ...column, width } : column)))
  return (
    <>
      <div role="row" aria-rowindex={1} className={styles.header} onContextMenu={openMenu}>
        <span role="columnheader" className={styles.marks}>
          <span className="visually-hidden">{t('list.column.marks')}</span>
        </span>
        {columns.map(({ id, width }) => (
          <span key={id} role="columnheader" className={styles.column} style={{ width }}>
            <span className={styles.name}>{t(`list.column.${id}`)}</span>
            <ResizeHandle
              id={id}
              width={width}
              label={t('list.resize', { column: t(`list.column.${id}`) })}
              onResizing={onResizing}
              onResized={keep}
            />
          </span>
        ))}
      </div>
      <Menu
        open={menuAt !== null}
        onOpenChange={(_, { open }) => setMenuAt((at) => (open ? at : null))}
        positioning={{ target: pointTarget(menuAt), position: 'below', align: 'start' }}
        checkedValues={{ shown: all.filter((column) => column.shown).map((column) => column.id) }}
        hasCheckmarks
      >
        <MenuPopover>
          <MenuList>
            {columnIds.map((id) => (
              <MenuItemCheckbox
                key={id}
                name="shown"
                value={id}
                disabled={id === 'name'}
                onClick={() => onChange(toggleColumn(all, id))}
              >
                {t(`list.column.${id}`)}
              </MenuItemCheckbox>
            ))}
            <MenuDivider />
            <MenuItem disabled={saved.length === 0} onClick={() => onChange([])}>
              {t('list.columnsReset')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  )
}

type ResizeHandleProps = {
  readonly id: ColumnId
  readonly width: number
  readonly label: string
  readonly onResizing: (id: ColumnId, width: number) => void
  readonly onResized: (id: ColumnId, width: number) => void
}

const keyStep = 16

function ResizeHandle({ id, width, label, onResizing, onResized }: ResizeHandleProps) {
  const drag = (start: PointerEvent<HTMLElement>) => {
    if (start.button !== 0) return
    start.preventDefault()
    const handle = start.currentTarget
    handle.setPointerCapture(start.pointerId)
    const widthAt = (x: number) => Math.max(minimumWidth(id), Math.round(width + x - start.clientX))
    const move = (event: globalThis.PointerEvent) => onResizing(id, widthAt(event.clientX))
    const end = (event: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move)
      onResized(id, widthAt(event.clientX))
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', end, { once: true })
  }
  return (
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={minimumWidth(id)}
      aria-valuemax={2000}
      className={styles.handle}
      onPointerDown={drag}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        event.preventDefault()
        event.stopPropagation()
        onResized(id, Math.max(minimumWidth(id), width + (event.key === 'ArrowRight' ? keyStep : -keyStep)))
      }}
    />
  )
}
