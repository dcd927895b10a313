import { expect, test } from 'vitest'
import { reportName } from '../../../../../src/renderer/src/composer/runner/export-report'
import { runIntent, runProgress } from '../../../../../src/renderer/src/composer/runner/run-progress'
import { findTargets, targetOf } from '../../../../../src/renderer/src/composer/runner/run-targets'
import { newRunnerContent, readRunnerContent } from '../../../../../src/renderer/src/composer/runner/runner-content'
import { collectionRun } from '../../../../helpers/collection-runs'
import { aTree } from '../../../../helpers/collections'

const articles = {
  ...aTree('Articles', []),
  nodes: [
    { kind: 'folder', id: 'f', parentId: 'Articles', name: 'Leads' },
    { kind: 'request', id: 'r', parentId: 'f', name: 'Test my flow', method: 'POST', url: '' },
    { kind: 'example', id: 'e', parentId: 'r', name: '202', status: 202 },
  ] as const,
}

test('a target is found by words of its name and of what is around it', () => {
  expect(findTargets([articles], '', 10).map(({ kind }) => kind)).toEqual(['collection', 'folder', 'request'])
  const [found] = findTargets([articles], 'leads flow', 10)
  expect(found).toMatchObject({ id: 'r', path: ['Articles', 'Leads'] })
  expect(findTargets([articles], '', 2)).toHaveLength(2)
  expect(targetOf([articles], 'e')).toBeNull()
})

test('the options come back from a draft; what is not valid is as in a new tab', () => {
  const content = { ...newRunnerContent, iterations: 50, bail: true, environment: { id: 'a.json' }, runId: 3 }
  expect(readRunnerContent(JSON.stringify(content))).toEqual(content)
  expect(readRunnerContent('')).toEqual(newRunnerContent)
  expect(readRunnerContent('{"iterations":0,"concurrency":1e9,"delayMs":"x","environment":null}')).toEqual({
    ...newRunnerContent,
    environment: null,
  })
})

test('a run tells how far it is and how long it still takes', () => {
  const run = collectionRun(1, { total: 1000, done: 250, requestsPerSecond: 100, state: { state: 'running' } })
  expect(runProgress(run, run.startedAt + 2500)).toEqual({ share: 0.25, elapsedMs: 2500, leftMs: 7500 })
  expect(runProgress(run, run.startedAt + 500).leftMs).toBeNull()
  const ended = collectionRun(1)
  expect(runProgress(ended, ended.startedAt + 1e9)).toEqual({ share: 1, elapsedMs: 4800, leftMs: null })
})

test('a run that failed or was not finished does not look well', () => {
  expect(runIntent(collectionRun(1))).toBe('success')
  expect(runIntent(collectionRun(1, { failed: 1 }))).toBe('error')
  expect(runIntent(collectionRun(1, { state: { state: 'stopped', endedAt: 0 } }))).toBe('warning')
  expect(runIntent(collectionRun(1, { state: { state: 'running' } }))).toBe('info')
})

test('the name of a report is one that every system takes', () => {
  const startedAt = Date.UTC(2025, 10, 21)
  expect(reportName({ name: 'A/B: "leads"?', startedAt }, 'xml')).toBe('A B leads 2025-11-21.xml')
  expect(reportName({ name: '///', startedAt }, 'json')).toBe('run 2025-11-21.json')
})
