import { describe, expect, it } from 'vitest'
import {
  columnIds,
  columnSettings,
  layOutColumns,
  minimumWidth,
  resizeColumn,
  toggleColumn,
} from '../../../../../src/renderer/src/inbox/list/columns'

const ids = (columns: readonly { readonly id: string }[]) => columns.map((column) => column.id)
const sum = (columns: readonly { readonly width: number }[]) => columns.reduce((all, column) => all + column.width, 0)

describe('columns', () => {
  it('shows all of them where there is room, and fills it', () => {
    const columns = layOutColumns([], 1400)
    expect(ids(columns)).toEqual([...columnIds])
    expect(sum(columns)).toBeGreaterThan(1390)
    expect(sum(columns)).toBeLessThanOrEqual(1400)
  })

  it('leaves out the least telling ones when there is not, and never time, name and verdict', () => {
    expect(ids(layOutColumns([], 520))).toEqual(['time', 'name', 'company', 'verdict'])
    expect(ids(layOutColumns([], 200))).toEqual(['time', 'name', 'verdict'])
    for (const width of [360, 420, 500, 640, 800]) expect(sum(layOutColumns([], width))).toBeLessThanOrEqual(width)
  })

  it('keeps what the user chose, however narrow the list', () => {
    const settings = toggleColumn(columnSettings([], layOutColumns([], 1400)), 'company')
    const columns = layOutColumns(settings, 300)
    expect(ids(columns)).toEqual(columnIds.filter((id) => id !== 'company'))
    expect(sum(columns)).toBeGreaterThan(300)
    expect(ids(layOutColumns(toggleColumn(settings, 'company'), 300))).toEqual([...columnIds])
  })

  it('never hides the name, and never makes a column narrower than its minimum', () => {
    const settings = columnSettings([], layOutColumns([], 1400))
    expect(ids(layOutColumns(toggleColumn(settings, 'name'), 1400))).toContain('name')
    const resized = layOutColumns(resizeColumn(settings, 'offer', 1), 1000)
    expect(resized.find((column) => column.id === 'offer')?.width).toBe(minimumWidth('offer'))
  })
})
