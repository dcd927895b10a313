import { expect, test } from 'vitest'
import { leadNoticeText, plainNoticeText } from '../../../src/main/notice-text'

test('one lead is told by its name and company', () => {
  expect(leadNoticeText({ id: 1, name: 'Some One', company: 'Contoso' }, 1)).toEqual({
    title: 'New lead',
    body: 'Some One, Contoso',
  })
  expect(leadNoticeText({ id: 1, name: '', company: '' }, 1).body).toBe('A lead without a name')
})

test('many leads are told by their number', () => {
  expect(leadNoticeText({ id: 9, name: 'Some One', company: '' }, 5)).toEqual({
    title: '5 new leads',
    body: 'The newest: Some One',
  })
})

test('received text cannot hide, turn or format anything', () => {
  expect(plainNoticeText('a\u202Egnp.exe\u0000\u0007\nb')).toBe('agnp.exe b')
  expect(plainNoticeText('<b>bold</b> &amp; <img src="x">')).toBe('‹b›bold‹/b› ＆amp; ‹img src="x"›')
  expect(plainNoticeText(' \u200B\u2066 ')).toBe('')
})

test('long text is cut between characters', () => {
  const cut = plainNoticeText('😀'.repeat(200))
  expect([...cut]).toHaveLength(80)
  expect(cut.isWellFormed()).toBe(true)
})

test('a name with the shape of a placeholder stays as it is', () => {
  expect(leadNoticeText({ id: 1, name: '{{company}}', company: '$&' }, 1).body).toContain('{{company}}')
})
