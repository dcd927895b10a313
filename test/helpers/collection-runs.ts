import type { CollectionRun, RunResult } from '@shared/runner/collection-run'

/** A run of 200 requests that went well, unless changed. */
export function collectionRun(id: number, changes: Partial<CollectionRun> = {}): CollectionRun {
  const startedAt = Date.UTC(2025, 10, 21, 10, 32, 1) + id * 60_000
  return {
    id,
    name: 'Articles',
    startedAt,
    options: { iterations: 100, concurrency: 1, delayMs: 0, bail: false },
    environmentName: 'Contoso test',
    dataName: 'leads.csv',
    total: 200,
    done: 200,
    failed: 0,
    checksPassed: 200,
    checksFailed: 0,
    requestsPerSecond: 412.6,
    averageMs: 2.4,
    p95Ms: 5.1,
    state: { state: 'finished', endedAt: startedAt + 4800 },
    ...changes,
  }
}

export function runResult(number: number, changes: Partial<RunResult> = {}): RunResult {
  return {
    number,
    iteration: Math.ceil(number / 2),
    requestName: 'Test my flow',
    folderPath: 'Articles',
    method: 'POST',
    url: 'https://prod-18.uksouth.logic.azure.com/workflows/0123/invoke?sig=••••••••',
    status: 202,
    failure: null,
    failureDetail: '',
    durationMs: 2.4,
    answerSize: 0,
    passed: true,
    checks: [],
    answerText: '',
    ...changes,
  }
}
