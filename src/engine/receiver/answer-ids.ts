import { randomFillSync, randomUUID } from 'node:crypto'
import type { Flow } from '@shared/flow/flow'

/** The ids of one answer. Real answers use one GUID for correlation, tracking and request. */
export type AnswerIds = { readonly runId: string; readonly guid: string }

export function newAnswerIds(flow: Flow): AnswerIds {
  return { runId: newRunId(flow), guid: randomUUID() }
}

// 0x7FFFFFFFFFFFFFFF minus the .NET ticks (100 ns since the year 1) of 1970, in milliseconds: real ids count down from it.
const countdownStart = 860_201_606_885_477

const pool = new Uint32Array(1024)
let next = pool.length

/**
 * A run id as the real ones are made: 20 digits of a descending tick count (`0858…`), 9 random digits, `CU` and the
 * number of the scale unit's part, e.g. `08584550441310742100938252124CU40`. Newer runs sort first.
 */
function newRunId(flow: Flow): string {
  const ticks = `0${countdownStart - Date.now()}${String(random() % 10_000).padStart(4, '0')}`
  return `${ticks}${String(random() % 1_000_000_000).padStart(9, '0')}CU${scaleUnitPart(flow)}`
}

/** When an answer got its run id, in milliseconds since 1970; null when it is no id of such a run. */
export function runIdTime(runId: string): number | null {
  const countdown = /^0(\d{15})\d{13}CU\d{2}$/.exec(runId)?.[1]
  return countdown === undefined ? null : countdownStart - Number(countdown)
}

/** The version that a flow's answers name: a tick count like that of a run, from the time the flow was made. */
export function workflowVersion(flow: Flow): string {
  return `0${countdownStart - Math.trunc(flow.createdAt)}5807`
}

function scaleUnitPart(flow: Flow): string {
  return String(10 + ((Number.parseInt(flow.id.slice(0, 4), 16) || 0) % 90))
}

/** From a pool filled 1,024 at a time: one call for each number would cost more than the rest of the answer. */
function random(): number {
  if (next >= pool.length) {
    randomFillSync(pool)
    next = 0
  }
  return pool[next++] ?? 0
}
