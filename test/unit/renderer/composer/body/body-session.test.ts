// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { createBodySession } from '../../../../../src/renderer/src/composer/body/body-session'

function started(text: string) {
  const session = createBodySession(text)
  const told: string[] = []
  session.listen((changed) => told.push(changed))
  return { session, told }
}

describe('the session of a body', () => {
  it('undoes and redoes edits of the form, of the code and from outside alike', () => {
    const { session, told } = started('{}')
    session.edit('{"a":1}')
    const place = document.createElement('div')
    const view = session.show(place, [])
    view.dispatch({ changes: { from: 6, insert: '2' } })
    session.hide()
    session.take('{"a":12,"b":3}')
    expect(session.text()).toBe('{"a":12,"b":3}')
    expect(told).toEqual(['{"a":1}', '{"a":12}'])
    session.undo()
    session.undo()
    expect(session.text()).toBe('{"a":1}')
    session.undo()
    expect(session.text()).toBe('{}')
    expect(session.history()).toEqual({ undo: false, redo: true })
    session.redo()
    expect(told.at(-1)).toBe('{"a":1}')
  })

  it('takes a choice back as one step, and typing that follows at once as one', () => {
    const { session } = started('first')
    session.edit('a sample')
    for (const text of ['a sample.', 'a sample..', 'a sample...']) session.edit(text, { typing: true })
    session.undo()
    expect(session.text()).toBe('a sample')
    session.undo()
    expect(session.text()).toBe('first')
  })

  it('keeps the line ends of the body', () => {
    const windows = started('{\r\n"a":1\r\n}')
    windows.session.edit(windows.session.text().replace('1', '2'))
    expect(windows.told).toEqual(['{\r\n"a":2\r\n}'])
    const mixed = started('a\r\nb\nc\rd')
    mixed.session.edit(mixed.session.text().replace('d', 'e'))
    expect(mixed.told).toEqual(['a\r\nb\nc\re'])
  })

  it('does not hear itself', () => {
    const { session, told } = started('one')
    session.edit('two')
    session.take('two')
    expect(told).toEqual(['two'])
    session.undo()
    expect(session.text()).toBe('one')
  })

  it('tells long texts late, but before anything that asks for them', () => {
    const long = 'x'.repeat(400_000)
    const { session, told } = started(long)
    session.edit(`${long}y`)
    expect(told).toEqual([])
    session.flush()
    expect(told).toEqual([`${long}y`])
    session.flush()
    expect(told).toHaveLength(1)
  })
})
