import type { NodeDetail } from '@shared/collection/node-content'
import { newRequest } from '@shared/request/request-template'
import type { Draft } from '@shared/workspace/draft'
import { expect, test } from 'vitest'
import {
  activateTab,
  type ComposerState,
  closeTab,
  editDraft,
  emptyComposer,
  moveTab,
  openDraft,
  renameNodes,
  reopenTab,
  restoreWorkspace,
} from '../../../../src/renderer/src/state/composer-state'
import { settleConflict, takeDeletion, takeOutside, takeSaved } from '../../../../src/renderer/src/state/draft-backing'
import { blankDraft, draftOf } from '../../../../src/renderer/src/state/draft-content'
import { aRequestDetail } from '../../../helpers/collections'

const open = (state: ComposerState, detail: NodeDetail, isPreview = false): ComposerState =>
  openDraft(state, draftOf(`tab of ${detail.id}`, detail), { state: 'saved', detail }, isPreview)

const withUrl = (url: string): Pick<Draft, 'request'> => ({ request: { ...newRequest, url } })

const one = aRequestDetail('one')
const two = aRequestDetail('two')

test('a preview is replaced by the next one, in its place', () => {
  const kept = open(emptyComposer, aRequestDetail('kept'))
  const first = open(kept, one, true)
  const second = open(activateTab(first, 'tab of kept', false), two, true)
  expect(second.workspace.tabs).toEqual(['tab of kept', 'tab of two'])
  expect(second.workspace.activeTab).toBe('tab of two')
  expect(Object.keys(second.drafts)).toEqual(['tab of kept', 'tab of two'])
})

test('an edit and a double click make a preview permanent; choosing an inner tab does not', () => {
  const preview = open(emptyComposer, one, true)
  expect(editDraft(preview, 'tab of one', withUrl('http://127.0.0.1/x')).previewTab).toBeNull()
  expect(activateTab(preview, 'tab of one', true).previewTab).toBeNull()
  expect(editDraft(preview, 'tab of one', { selections: { tab: 'headers' } }).previewTab).toBe('tab of one')
})

test('a draft is unsaved while it differs from the file', () => {
  const state = open(emptyComposer, one)
  const edited = editDraft(state, 'tab of one', withUrl('http://127.0.0.1/x'))
  expect(edited.drafts['tab of one']?.unsaved).toBe(true)
  // Another object that says the same.
  const back = editDraft(edited, 'tab of one', { request: structuredClone(one.content.request) })
  expect(back.drafts['tab of one']?.unsaved).toBe(false)
})

test('a clean tab takes in a change from outside', () => {
  const theirs = aRequestDetail('one', { revision: 'r2', url: 'http://127.0.0.1/theirs', name: 'renamed' })
  const state = takeOutside(open(emptyComposer, one), 'tab of one', theirs)
  expect(state.drafts['tab of one']).toMatchObject({ name: 'renamed', revision: 'r2', unsaved: false })
  expect(state.drafts['tab of one']?.request?.url).toBe('http://127.0.0.1/theirs')
})

test('a change from outside never overwrites edits: it is a conflict, settled by the user', () => {
  const mine = editDraft(open(emptyComposer, one), 'tab of one', withUrl('http://127.0.0.1/mine'))
  const theirs = aRequestDetail('one', { revision: 'r2', url: 'http://127.0.0.1/theirs' })
  const conflict = takeOutside(mine, 'tab of one', theirs)
  expect(conflict.backings['tab of one']?.state).toBe('conflict')
  expect(conflict.drafts['tab of one']?.request?.url).toBe('http://127.0.0.1/mine')

  const kept = settleConflict(conflict, 'tab of one', 'mine')
  expect(kept.drafts['tab of one']).toMatchObject({ revision: 'r2', unsaved: true })
  expect(kept.drafts['tab of one']?.request?.url).toBe('http://127.0.0.1/mine')

  const taken = settleConflict(conflict, 'tab of one', 'theirs')
  expect(taken.drafts['tab of one']).toMatchObject({ revision: 'r2', unsaved: false })
  expect(taken.drafts['tab of one']?.request?.url).toBe('http://127.0.0.1/theirs')
})

test('keeping mine takes theirs where I have edited nothing', () => {
  const mine = editDraft(open(emptyComposer, one), 'tab of one', withUrl('http://127.0.0.1/mine'))
  const theirs = aRequestDetail('one', { revision: 'r2', url: 'http://127.0.0.1/theirs', name: 'renamed' })
  const kept = settleConflict(takeOutside(mine, 'tab of one', theirs), 'tab of one', 'mine')
  expect(kept.drafts['tab of one']).toMatchObject({ name: 'renamed', request: { url: 'http://127.0.0.1/mine' } })
})

test('a file that was only written anew, or says what my edits say, is no conflict', () => {
  const mine = editDraft(open(emptyComposer, one), 'tab of one', withUrl('http://127.0.0.1/mine'))
  const rewritten = takeOutside(mine, 'tab of one', { ...one, revision: 'r2' })
  expect(rewritten.backings['tab of one']?.state).toBe('saved')
  expect(rewritten.drafts['tab of one']).toMatchObject({ revision: 'r2', unsaved: true })
  const same = aRequestDetail('one', { revision: 'r3', url: 'http://127.0.0.1/mine' })
  expect(takeOutside(mine, 'tab of one', same).drafts['tab of one']?.unsaved).toBe(false)
})

test('the tab of a deleted node stays as an unsaved draft, and is clean again when the node comes back', () => {
  const deleted = takeDeletion(open(emptyComposer, one), 'tab of one')
  expect(deleted.drafts['tab of one']?.unsaved).toBe(true)
  expect(deleted.backings['tab of one']?.state).toBe('deleted')
  expect(takeOutside(deleted, 'tab of one', one).drafts['tab of one']?.unsaved).toBe(false)
})

test('edits that are made while a save runs stay unsaved', () => {
  const edited = editDraft(open(emptyComposer, one), 'tab of one', withUrl('http://127.0.0.1/later'))
  const sent = aRequestDetail('one', { revision: 'r2', url: 'http://127.0.0.1/earlier' })
  const saved = takeSaved(edited, 'tab of one', sent)
  expect(saved.drafts['tab of one']).toMatchObject({ revision: 'r2', unsaved: true })
  expect(saved.drafts['tab of one']?.request?.url).toBe('http://127.0.0.1/later')
})

test('closing activates the neighbour; reopening brings the tab back to its place with its edits', () => {
  const three = [one, two, aRequestDetail('three')].reduce((state, detail) => open(state, detail), emptyComposer)
  const edited = editDraft(three, 'tab of two', withUrl('http://127.0.0.1/edited'))
  const closed = closeTab(activateTab(edited, 'tab of two', false), 'tab of two')
  expect(closed.workspace).toMatchObject({ tabs: ['tab of one', 'tab of three'], activeTab: 'tab of three' })
  const reopened = reopenTab(closed)
  expect(reopened.workspace).toMatchObject({
    tabs: ['tab of one', 'tab of two', 'tab of three'],
    activeTab: 'tab of two',
  })
  expect(reopened.drafts['tab of two']).toMatchObject({ unsaved: true, request: { url: 'http://127.0.0.1/edited' } })
  expect(closeTab(open(emptyComposer, one), 'tab of one').workspace.activeTab).toBeNull()
})

test('a tab is moved before another or to the end', () => {
  const three = [one, two, aRequestDetail('three')].reduce((state, detail) => open(state, detail), emptyComposer)
  expect(moveTab(three, 'tab of three', 'tab of one').workspace.tabs).toEqual([
    'tab of three',
    'tab of one',
    'tab of two',
  ])
  expect(moveTab(three, 'tab of one', null).workspace.tabs).toEqual(['tab of two', 'tab of three', 'tab of one'])
})

test('tabs and open folders follow nodes that have got other ids', () => {
  const state = open(emptyComposer, one)
  const renamed = renameNodes(
    { ...state, workspace: { ...state.workspace, expanded: ['folder', 'other'] } },
    new Map([
      ['one', 'elsewhere/one'],
      ['folder', 'elsewhere/folder'],
    ]),
  )
  expect(renamed.drafts['tab of one']?.nodeId).toBe('elsewhere/one')
  expect(renamed.workspace.expanded).toEqual(['elsewhere/folder', 'other'])
})

test('restoring keeps edits whose tab was lost in a crash, and drops a tab without its draft', () => {
  const saved = { ...draftOf('saved', one), unsaved: false }
  const lost: Draft = { ...blankDraft('lost', 'request'), ...withUrl('http://127.0.0.1/lost'), unsaved: true }
  const closed = { ...draftOf('closed', two), unsaved: false }
  const workspace = { ...emptyComposer.workspace, tabs: ['saved', 'gone'], activeTab: 'gone' }
  const state = restoreWorkspace(emptyComposer, workspace, [saved, lost, closed])
  expect(state.workspace).toMatchObject({ tabs: ['saved', 'lost'], activeTab: 'saved' })
  expect(Object.keys(state.drafts).sort()).toEqual(['lost', 'saved'])
  expect(state.backings).toEqual({ saved: { state: 'loading' }, lost: { state: 'none' } })
})

test('restoring keeps a tab that was opened before the engine answered', () => {
  const early = open(emptyComposer, one)
  const state = restoreWorkspace(early, { ...emptyComposer.workspace, tabs: ['saved'], activeTab: 'saved' }, [
    draftOf('saved', two),
  ])
  expect(state.workspace).toMatchObject({ tabs: ['saved', 'tab of one'], activeTab: 'tab of one' })
})
