// @vitest-environment happy-dom
import { sendFailureKinds } from '@shared/answer/answer'
import type { HistoryEntry } from '@shared/history/history'
import type { RunSummary } from '@shared/run/run'
import { act } from 'react'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { AnswerPane } from '../../../../../src/renderer/src/composer/answer/answer-pane'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { openNewRequest } from '../../../../../src/renderer/src/state/composer-store'
import { useEngine } from '../../../../../src/renderer/src/state/engine-store'
import { useOpenRun } from '../../../../../src/renderer/src/state/open-run-store'
import { showAnswer, useSends } from '../../../../../src/renderer/src/state/send-store'
import { useView } from '../../../../../src/renderer/src/state/view-store'
import { type FakeEngine, fakeEnginePort } from '../../../../helpers/fake-engine-port'
import {
  answered,
  certificate,
  errorAnswer,
  flowUrl,
  historyEntry,
  historySummary,
  notAnswered,
} from '../../../../helpers/history-entries'
import { aHydration } from '../../../../helpers/hydration'
import { type Screen, showScreen } from '../../../../helpers/screen'

let engine: FakeEngine

// Once: each call would listen for the engine's port anew.
beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

beforeEach(() => {
  engine = fakeEnginePort({
    'request.cancel': () => null,
    'request.code': ({ request, withSecrets }) => `curl ${request.method} secrets: ${withSecrets}`,
    'history.page': () => [historySummary(7), historySummary(6)],
    'history.body': ({ offset, length }) => new Uint8Array(length).fill(65 + (offset % 26)),
  })
  engine.connect()
})

async function showPane(entry: HistoryEntry | null): Promise<Screen & { readonly draftId: string }> {
  const draftId = openNewRequest({ name: 'Test my flow' })
  if (entry) showAnswer(draftId, entry)
  return { ...(await showScreen(<AnswerPane draftId={draftId} />)), draftId }
}

test('before anything is sent the pane tells what will be in it', async () => {
  const { text } = await showPane(null)
  expect(text()).toContain('The answer will appear here')
})

test('a 202 is explained: what it means, what can still fail, and its run id', async () => {
  const { text, find } = await showPane(historyEntry())
  expect(text()).toMatch(/202 Accepted.*184 ms.*0 byte/)
  expect(find('tab', 'Explained').getAttribute('aria-selected')).toBe('true')
  expect(text()).toContain('can still fail')
  expect(text()).toContain('08584412345678901234567890123CU12')
})

describe('the run that an answer names', () => {
  const ownRun: RunSummary = {
    id: 7,
    runId: '08584412345678901234567890123CU12',
    flowId: '0123456789abcdef0123456789abcdef',
    flowName: 'My leads',
    leadId: 3,
    isTest: false,
    startedAt: 1,
    state: { state: 'Succeeded', endedAt: 2 },
    resubmitOf: null,
  }

  function connectWith(flowId: string, run: RunSummary | null): FakeEngine {
    const [flow] = aHydration().flows
    if (!flow) throw new Error('There is no flow.')
    useEngine.setState({ hydration: aHydration({ flows: [{ ...flow, id: flowId }] }) })
    onTestFinished(() => useEngine.setState({ hydration: null }))
    const fake = fakeEnginePort({ 'history.page': () => [], 'flow-run.find': () => run })
    fake.connect()
    return fake
  }

  test('is named and opened where it is one of our own flows', async () => {
    connectWith(ownRun.flowId, ownRun)
    const { text, find, click, until } = await showPane(historyEntry())
    await until(() => text().includes('“My leads”'))
    expect(text()).not.toContain('Search for it in the flow’s run history')
    expect(find('button', 'Show the lead in the inbox')).toBeTruthy()
    await click(find('button', 'Open the run'))
    expect(useOpenRun.getState().wanted).toEqual({ flowId: ownRun.flowId, id: 7 })
    expect(useView.getState().view).toBe('flows')
  })

  test('leads to no lead that was deleted', async () => {
    connectWith(ownRun.flowId, { ...ownRun, leadId: null })
    const { text, until } = await showPane(historyEntry())
    await until(() => text().includes('Open the run'))
    expect(text()).not.toContain('Show the lead')
  })

  test('is not asked for where the flow is not ours', async () => {
    const fake = connectWith('f'.repeat(32), ownRun)
    const { text } = await showPane(historyEntry())
    expect(text()).toContain('Search for it in the flow’s run history')
    expect(text()).not.toContain('Open the run')
    expect(fake.calls.map(({ name }) => name)).not.toContain('flow-run.find')
  })
})

test('a plain 200 shows its body first', async () => {
  const { find } = await showPane(historyEntry({ outcome: answered({ status: 200, reason: 'OK', bodyText: '{}' }) }))
  expect(find('tab', 'Body').getAttribute('aria-selected')).toBe('true')
})

test('an error of the trigger is shown in plain words and in its own', async () => {
  const message = "Error details: 'Required properties are missing from object: item.'."
  const entry = historyEntry({
    outcome: { kind: 'answered', answer: errorAnswer(400, 'Bad Request', 'TriggerInputSchemaMismatch', message) },
  })
  const { text } = await showPane(entry)
  expect(text()).toContain('What to do:')
  expect(text()).toContain('TriggerInputSchemaMismatch')
  expect(text()).toContain(message)
})

describe.each(sendFailureKinds)('the failure %s', (kind) => {
  test('is told in the head and explained in place', async () => {
    const { text, find, all } = await showPane(historyEntry({ outcome: notAnswered(kind, 'E_SOME_CODE') }))
    expect(text()).toContain('No answer:')
    expect(text()).toContain('E_SOME_CODE')
    expect(text()).toContain('What to do:')
    expect(find('tab', 'Explained').getAttribute('aria-selected')).toBe('true')
    expect(all('[role="tab"]').map((tab) => tab.textContent)).not.toContain('Body')
  })
})

test('the request is shown as sent, its signature only when it is asked for', async () => {
  const { find, click, text } = await showPane(historyEntry())
  const signature = /sig=(.*)$/.exec(flowUrl)?.[1] ?? 'none'
  await click(find('tab', 'Sent'))
  expect(text()).toContain('sig=••••')
  expect(document.body.innerHTML).not.toContain(signature)
  await click(find('button', 'Show the secret part'))
  expect(text()).toContain(signature)
})

test('checks are shown with what was found', async () => {
  const check = { type: 'status', enabled: true, expected: '2xx' } as const
  const { find, click, text } = await showPane(
    historyEntry({
      checks: [check],
      checkResults: [
        { check, passed: false, actual: '400' },
        { check: { type: 'json-exists', enabled: true, path: 'id' }, passed: false, actual: null },
      ],
    }),
  )
  expect(find('tab', 'Checks').textContent).toContain('0/2')
  await click(find('tab', 'Checks'))
  expect(text()).toMatch(/Failed: status is 2xx.*Found: 400.*JSON value id is there.*Found nothing/)
})

test('the certificate and the redirects are told in words, without a signature', async () => {
  const entry = historyEntry({
    outcome: answered({
      certificate: { ...certificate, problem: 'CERT_HAS_EXPIRED' },
      redirects: [{ status: 308, method: 'POST', from: 'http://a.example/?sig=secret', to: flowUrl }],
    }),
  })
  const { find, click, text } = await showPane(entry)
  await click(find('tab', 'Connection'))
  expect(text()).toContain('The certificate has expired.')
  expect(text()).toContain('308')
  expect(text()).not.toContain('sig=secret')
})

test('hostile text of a server stays text', async () => {
  const entry = historyEntry({
    outcome: answered({
      status: 200,
      reason: 'O\u202eK<img src=x>',
      headers: [['Content-Type', 'text/html']],
      bodyText: '<title>T</title><p>Hello</p><img src="x" onerror="alert(1)"><script>alert(2)</script>',
    }),
  })
  const { find, click, text, all } = await showPane(entry)
  await click(find('tab', 'Body'))
  await click(find('tab', 'Preview'))
  expect(text()).toContain('Hello')
  expect(text()).not.toContain('alert')
  expect(all('img, script')).toEqual([])
  expect(text()).not.toContain('\u202e')
})

test('a large body is shown in parts, and the next is asked for when it is looked at', async () => {
  const bodyText = 'x'.repeat(1_048_576)
  const entry = historyEntry({
    outcome: answered({
      status: 200,
      headers: [['Content-Type', 'text/plain']],
      bodyText,
      bodySize: 50_000_000,
      bodyTruncated: true,
    }),
  })
  const { find, click, text } = await showPane(entry)
  expect(text()).toContain('Part 1 of 50')
  await click(find('button', 'Next part'))
  await engine.called((name) => name === 'history.body')
  expect(engine.calls.find(({ name }) => name === 'history.body')?.input).toEqual({
    id: 7,
    offset: 1_048_573,
    length: 1_000_003,
  })
  expect(text()).toContain('Part 2 of 50')
})

test('a send under way shows after a moment how far it is, and can be stopped', async () => {
  const { draftId, text, find, click } = await showPane(null)
  const progress = { sent: 500, sentTotal: 1000, received: 0, receivedTotal: null }
  await act(async () =>
    useSends.setState({
      sends: {
        [draftId]: { state: 'sending', sendId: 's', startedAt: Date.now() - 1000, progress, cancelling: false },
      },
    }),
  )
  expect(text()).toContain('Sending the request…')
  expect(text()).toContain('500 byte')
  await click(find('button', 'Cancel'))
  await engine.called((name) => name === 'request.cancel')
  expect(text()).toContain('Stopping…')
})

test('what keeps a request from being sent is explained in the pane', async () => {
  const { draftId, text, find } = await showPane(null)
  await act(async () =>
    useSends.setState({
      sends: { [draftId]: { state: 'failed', error: { code: 'variable-unresolved', params: { names: 'flowUrl' } } } },
    }),
  )
  expect(text()).toContain('flowUrl')
  expect(find('button', 'Send anyway')).toBeTruthy()
})
