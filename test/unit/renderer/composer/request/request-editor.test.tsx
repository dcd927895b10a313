// @vitest-environment happy-dom
import type { Environment } from '@shared/environment/environment'
import type { RequestTemplate } from '@shared/request/request-template'
import { act } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { RequestEditor } from '../../../../../src/renderer/src/composer/request/request-editor'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { useCollections } from '../../../../../src/renderer/src/state/collections-store'
import {
  changeDraft,
  changeWorkspace,
  openNewRequest,
  useComposer,
} from '../../../../../src/renderer/src/state/composer-store'
import { fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { historyEntry } from '../../../../helpers/history-entries'
import { type Screen, showScreen } from '../../../../helpers/screen'

const sig = 'kJ8dQ2mWnXv0-1bYtR7sLpA3cFhGzEoUi_5N6KqTwBd'
const flowUrl = `https://a1b2c3.0f.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${sig}`

const environment: Environment = {
  id: 'test.json',
  name: 'Contoso test',
  variables: [{ name: 'flowUrl', value: flowUrl, enabled: true, secret: true, description: '' }],
  problem: null,
}

function requestOf(id: string): RequestTemplate {
  const request = useComposer.getState().drafts[id]?.request
  if (!request) throw new Error('No such draft')
  return request
}

let isConnected = false

function anEngine() {
  const engine = fakeEnginePort({ 'request.send': () => historyEntry({}) })
  // Once for all tests: a second listener would close the port that the first one has taken.
  if (!isConnected) connectBridge()
  isConnected = true
  engine.connect()
  return engine
}

function open(changes: Partial<RequestTemplate>): string {
  const id = openNewRequest()
  changeDraft(id, { request: { ...requestOf(id), body: { type: 'none' }, ...changes } })
  return id
}

function urlField(screen: Screen): HTMLElement {
  const [field] = screen.all('[aria-label="Request URL"]')
  if (!field) throw new Error('No URL field')
  return field
}

function paste(field: HTMLElement, text: string): Promise<void> {
  const clipboardData = { getData: () => text, types: ['text/plain'], files: [] }
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'clipboardData', { value: clipboardData })
  return act(async () => void field.dispatchEvent(event))
}

beforeEach(() => {
  useCollections.setState({ environments: [environment] })
  changeWorkspace({ environmentId: null })
})

test('the doctor reads a whole URL quietly, and its signature is not on the screen', async () => {
  anEngine()
  const id = open({ url: flowUrl })
  const screen = await showScreen(<RequestEditor draftId={id} />)
  expect(screen.text()).toContain('A Power Automate URL · signature present')
  expect(screen.text()).not.toContain(sig)
  await screen.click(screen.find('button', 'Details'))
  expect(screen.text()).toContain('0123456789abcdef0123456789abcdef')
  expect(screen.text()).not.toContain(sig)
  await screen.click(screen.find('button', 'Show the secret part'))
  expect(urlField(screen).textContent).toBe(flowUrl)
})

test('one click mends everything, and the parameters follow', async () => {
  anEngine()
  const id = open({ url: ` "${flowUrl.replaceAll('&', '&amp;').replace('https:', 'http:')}" ` })
  const screen = await showScreen(<RequestEditor draftId={id} />)
  await screen.click(screen.find('button', 'Mend all 4'))
  expect(requestOf(id).url).toBe(flowUrl)
  expect(requestOf(id).params.map(({ name }) => name)).toEqual(['api-version', 'sp', 'sv', 'sig'])
  expect(screen.text()).toContain('A Power Automate URL')
})

test('the value of a variable is read too, and is not mended from here', async () => {
  anEngine()
  useCollections.setState({
    environments: [{ ...environment, variables: [{ ...environment.variables[0], value: flowUrl.slice(0, -4) }] }],
  } as { environments: Environment[] })
  changeWorkspace({ environmentId: environment.id })
  const id = open({ url: '{{flowUrl}}' })
  const { text } = await showScreen(<RequestEditor draftId={id} />)
  expect(text()).toContain('The signature at the end of the URL is cut')
  expect(text()).not.toContain('Mend')
})

test('variables without a value are flagged before sending', async () => {
  const engine = anEngine()
  const id = open({ url: '{{flowUrl}}', headers: [{ name: 'X', value: '{{who}}', enabled: true, description: '' }] })
  const screen = await showScreen(<RequestEditor draftId={id} />)
  await screen.click(screen.find('button', 'Send'))
  expect(screen.text()).toContain('2 variables have no value')
  expect(engine.calls.some(({ name }) => name === 'request.send')).toBe(false)

  await act(async () => changeWorkspace({ environmentId: environment.id }))
  expect(screen.text()).toContain('1 variable has no value')
  await screen.click(screen.find('button', 'Send anyway'))
  await engine.called(
    (name, input) => name === 'request.send' && JSON.stringify(input).includes('"allowUnresolved":true'),
  )
})

test('Ctrl+Enter sends', async () => {
  const engine = anEngine()
  const id = open({ url: flowUrl })
  const screen = await showScreen(<RequestEditor draftId={id} />)
  await act(async () => {
    const keys = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }
    urlField(screen).dispatchEvent(new KeyboardEvent('keydown', keys))
  })
  await engine.called((name) => name === 'request.send')
})

test('a pasted cURL command fills the request and can be taken back', async () => {
  anEngine()
  const id = open({ url: 'https://before.example/' })
  const screen = await showScreen(<RequestEditor draftId={id} />)
  await paste(urlField(screen), `curl -X PUT 'https://example.com/a?x=1' -H 'X-A: 1' -d '{"a":1}'`)
  expect(requestOf(id)).toMatchObject({
    method: 'PUT',
    url: 'https://example.com/a?x=1',
    params: [{ name: 'x', value: '1' }],
    body: { type: 'raw', text: '{"a":1}' },
  })
})

test('several cURL commands offer a tab for each', async () => {
  anEngine()
  const id = open({ url: 'https://before.example/' })
  const screen = await showScreen(<RequestEditor draftId={id} />)
  await paste(urlField(screen), 'curl https://example.com/1\ncurl https://example.com/2')
  expect(screen.text()).toContain('The text has 2 cURL commands')
  const before = useComposer.getState().workspace.tabs.length
  await screen.click(screen.find('button', 'Open all in tabs'))
  expect(useComposer.getState().workspace.tabs.length).toBe(before + 2)
  expect(requestOf(id).url).toBe('https://before.example/')
})

test('an Authorization header beside a signature is named, and taken away by a click', async () => {
  anEngine()
  const id = open({
    url: flowUrl,
    auth: { type: 'bearer', token: 'abc' },
    headers: [{ name: 'Authorization', value: 'x', enabled: true, description: '' }],
  })
  changeDraft(id, { selections: { requestTab: 'auth' } })
  const screen = await showScreen(<RequestEditor draftId={id} />)
  expect(screen.text()).toContain('an Authorization header is sent too')
  await screen.click(screen.find('button', 'Send no authentication'))
  expect(requestOf(id).auth).toEqual({ type: 'none' })
  expect(requestOf(id).headers[0]?.enabled).toBe(false)
  expect(screen.text()).not.toContain('an Authorization header is sent too')
})
