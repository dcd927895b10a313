// @vitest-environment happy-dom
import type { RequestRow } from '@shared/request/request-template'
import { act, useState } from 'react'
import { expect, test } from 'vitest'
import { RowsEditor } from '../../../../../src/renderer/src/composer/request/rows-editor'
import { showScreen } from '../../../../helpers/screen'

const row = (name: string): RequestRow => ({ name, value: `${name}-value`, enabled: true, description: '' })
const blank: RequestRow = { name: '', value: '', enabled: true, description: '' }

let rows: readonly RequestRow[] = []

function Table({ first }: { readonly first: readonly RequestRow[] }) {
  const [state, setState] = useState(first)
  rows = state
  return (
    <RowsEditor
      label="Things"
      rows={state}
      blank={blank}
      scopes={[]}
      isSecret={({ name }) => name === 'secret'}
      onChange={setState}
    />
  )
}

const names = () => rows.map(({ name }) => name)

test('typing into the last line adds a row and leaves the keyboard there', async () => {
  const { all } = await showScreen(<Table first={[row('a')]} />)
  const last = all('input[aria-label="Description, row 2"]')[0]
  if (!(last instanceof HTMLInputElement)) throw new Error('No last line')
  last.focus()
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(last, 'note')
    last.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(rows[1]).toEqual({ ...blank, description: 'note' })
  expect(document.activeElement).toBe(last)
  expect(all('tbody tr')).toHaveLength(3)
})

test('rows are moved with Alt and an arrow, switched off and deleted', async () => {
  const { all, click, find } = await showScreen(<Table first={[row('a'), row('b'), row('c')]} />)
  const alt = (element: HTMLElement | undefined, key: string) =>
    act(async () => void element?.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true })))
  await alt(all('[aria-label="Value, row 1"]')[0], 'ArrowDown')
  expect(names()).toEqual(['b', 'a', 'c'])
  await alt(all('[aria-label="Value, row 1"]')[0], 'ArrowUp')
  expect(names()).toEqual(['b', 'a', 'c'])
  await click(find('button', 'Delete row 2'))
  expect(names()).toEqual(['b', 'c'])
  const box = all('input[type="checkbox"]')[1]
  if (box) await click(box)
  expect(rows[1]?.enabled).toBe(false)
})

test('a secret value is not on the screen', async () => {
  const { text } = await showScreen(<Table first={[row('secret')]} />)
  expect(text()).not.toContain('secret-value')
  expect(text()).toContain('••••')
})
