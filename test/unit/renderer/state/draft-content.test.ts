import type { NodeDetail, Variable } from '@shared/collection/node-content'
import { expect, test } from 'vitest'
import {
  blankDraft,
  draftOf,
  isUnsaved,
  readContainerForm,
  withoutSecrets,
  withSavedSecrets,
  writeContainerForm,
} from '../../../../src/renderer/src/state/draft-content'

const variable = (name: string, value: string, secret = false): Variable => ({
  name,
  value,
  enabled: true,
  secret,
  description: '',
})

const folder: NodeDetail = {
  kind: 'folder',
  id: 'folder',
  revision: 'r1',
  content: {
    name: 'Leads',
    description: '',
    auth: { type: 'inherit' },
    variables: [variable('flowUrl', 'http://127.0.0.1/'), variable('sig', 'hush', true)],
    scripts: [],
  },
}

test('an untouched new request is not unsaved; one with anything in it is', () => {
  const draft = blankDraft('new', 'request')
  expect(isUnsaved(draft, null)).toBe(false)
  expect(isUnsaved({ ...draft, name: 'named' }, null)).toBe(false)
  expect(isUnsaved({ ...draft, request: draft.request && { ...draft.request, method: 'GET' } }, null)).toBe(true)
  expect(isUnsaved({ ...draft, description: 'for later' }, null)).toBe(true)
})

test('a form is unsaved when what it says differs, not when its text is written otherwise', () => {
  const draft = draftOf('tab', folder)
  const form = readContainerForm(draft.content)
  if (!form) throw new Error('no form')
  expect(isUnsaved(draft, folder)).toBe(false)
  const reordered = JSON.stringify({ variables: form.variables, auth: form.auth })
  expect(isUnsaved({ ...draft, content: reordered }, folder)).toBe(false)
  const renamed = writeContainerForm({ ...form, variables: [variable('other', '')] })
  expect(isUnsaved({ ...draft, content: renamed }, folder)).toBe(true)
  expect(isUnsaved({ ...draft, name: 'Other' }, folder)).toBe(true)
})

test('tabs that show and do not edit are never unsaved', () => {
  expect(isUnsaved({ ...blankDraft('h', 'history'), name: 'x' }, null)).toBe(false)
  expect(isUnsaved({ ...blankDraft('r', 'runner'), content: '{}' }, null)).toBe(false)
})

test('the journal holds no secret values; a draft from it has the saved ones', () => {
  const draft = draftOf('tab', folder)
  const journalled = withoutSecrets(draft)
  expect(journalled.content).toContain('http://127.0.0.1/')
  expect(journalled.content).not.toContain('hush')
  expect(withSavedSecrets(journalled, folder)).toEqual(draft)
})

test('a damaged form is none', () => {
  expect(readContainerForm('')).toBeNull()
  expect(readContainerForm('{"auth":')).toBeNull()
  expect(readContainerForm('{}')).toBeNull()
})
