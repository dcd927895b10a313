import { expect, it } from 'vitest'
import { type EditPlace, editMenuTemplate } from '../../../src/main/edit-menu-template'

const place: EditPlace = {
  isEditable: true,
  selectionText: '',
  editFlags: { canUndo: true, canRedo: false, canCut: false, canCopy: false, canPaste: true, canSelectAll: true },
}

it('offers in a text field what can be done there', () => {
  const items = editMenuTemplate(place).filter((item) => item.type !== 'separator')
  expect(items.map(({ role }) => role)).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'])
  expect(items.filter(({ enabled }) => enabled).map(({ label }) => label)).toEqual(['Undo', 'Paste', 'Select all'])
})

it('offers to copy selected text, and nothing elsewhere', () => {
  expect(editMenuTemplate({ ...place, isEditable: false, selectionText: 'a lead' }).map(({ role }) => role)).toEqual([
    'copy',
  ])
  expect(editMenuTemplate({ ...place, isEditable: false, selectionText: ' ' })).toEqual([])
})
