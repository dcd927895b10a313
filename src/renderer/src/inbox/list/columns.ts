import type { Settings } from '@shared/settings'

/** The columns of the list in their order; the texts of their headers are `inbox:list.column.<id>`. */
export const columnIds = ['time', 'name', 'company', 'offer', 'source', 'actionCode', 'verdict'] as const

export type ColumnId = (typeof columnIds)[number]
export type ColumnSetting = Settings['inboxColumns'][number]

/** A column on the screen; widths in px. */
export type Column = { readonly id: ColumnId; readonly width: number }

/** `grow` shares what is left over; `drop` says which goes first when there is no room (0 never goes). */
const plan: Readonly<Record<ColumnId, { width: number; min: number; grow: number; drop: number }>> = {
  time: { width: 88, min: 56, grow: 0, drop: 0 },
  name: { width: 150, min: 80, grow: 3, drop: 0 },
  company: { width: 120, min: 60, grow: 2, drop: 1 },
  offer: { width: 130, min: 60, grow: 2, drop: 4 },
  source: { width: 124, min: 60, grow: 0, drop: 5 },
  actionCode: { width: 72, min: 48, grow: 0, drop: 3 },
  verdict: { width: 164, min: 44, grow: 0, drop: 0 },
}

/** Width of a verdict column with the verdict's short word. */
const narrowVerdict = 104

export function minimumWidth(id: ColumnId): number {
  return plan[id].min
}

/**
 * The columns for a width in px. While the user has changed nothing, those that do not fit are left out, the least
 * telling first; once columns were chosen or sized they are shown as chosen, and the list scrolls sideways.
 */
export function layOutColumns(settings: readonly ColumnSetting[], width: number): readonly Column[] {
  if (settings.length > 0) return stretchLast(chosenColumns(settings), width)
  let shown: readonly ColumnId[] = columnIds
  let verdictWidth = plan.verdict.width
  const needed = () => shown.reduce((sum, id) => sum + (id === 'verdict' ? verdictWidth : plan[id].width), 0)
  for (let drop = 5; drop > 0 && needed() > width; drop--) {
    // The verdict's short word makes room before the company, the last that can go, is left out.
    if (drop === 1) verdictWidth = narrowVerdict
    if (needed() > width) shown = shown.filter((id) => plan[id].drop !== drop)
  }
  const widthOf = (id: ColumnId) => (id === 'verdict' ? verdictWidth : plan[id].width)
  const left = Math.max(0, width - shown.reduce((sum, id) => sum + widthOf(id), 0))
  const shares = shown.reduce((sum, id) => sum + plan[id].grow, 0)
  return shown.map((id) => ({ id, width: widthOf(id) + Math.floor((left * plan[id].grow) / shares) }))
}

/** Every column with its width and whether it is shown, for the menu and as the base of a change. */
export function columnSettings(settings: readonly ColumnSetting[], shown: readonly Column[]): readonly ColumnSetting[] {
  return columnIds.map((id) => {
    const saved = settings.find((column) => column.id === id)
    const onScreen = shown.find((column) => column.id === id)
    return {
      id,
      width: onScreen?.width ?? saved?.width ?? plan[id].width,
      shown: settings.length > 0 ? (saved?.shown ?? true) : onScreen !== undefined,
    }
  })
}

/** Settings after a column was resized, no narrower than its minimum. */
export function resizeColumn(settings: readonly ColumnSetting[], id: ColumnId, width: number): ColumnSetting[] {
  return settings.map((column) =>
    column.id === id ? { ...column, width: Math.round(Math.max(plan[id].min, width)) } : column,
  )
}

/** Settings after a column was shown or hidden; the name stays, for a row without one says nothing. */
export function toggleColumn(settings: readonly ColumnSetting[], id: ColumnId): ColumnSetting[] {
  return settings.map((column) => (column.id === id && id !== 'name' ? { ...column, shown: !column.shown } : column))
}

function chosenColumns(settings: readonly ColumnSetting[]): readonly Column[] {
  return columnIds.flatMap((id) => {
    const column = settings.find((candidate) => candidate.id === id)
    if (column && !column.shown && id !== 'name') return []
    return [{ id, width: Math.max(plan[id].min, column?.width ?? plan[id].width) }]
  })
}

function stretchLast(columns: readonly Column[], width: number): readonly Column[] {
  const left = width - columns.reduce((sum, column) => sum + column.width, 0)
  return left <= 0
    ? columns
    : columns.map((column, at) => (at === columns.length - 1 ? { ...column, width: column.width + left } : column))
}
