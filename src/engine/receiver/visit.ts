import type { ServerResponse } from 'node:http'
import type { Answer } from '@shared/lead/lead-detail'
import { writeAnswer } from './write-answer'

const answer: Answer = {
  status: 200,
  reason: 'OK',
  headers: [
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Cache-Control', 'no-store'],
  ],
  body: Buffer.from('Lead Inspector is listening. Leads are sent with POST to the URL of a flow.\n'),
}

/** A look at the port that is no attempt to send a lead: it leaves no entry, and shows nothing that is stored. */
export function isVisit(method: string, target: string): boolean {
  if (method === 'POST') return false
  return (
    method === 'HEAD' || method === 'OPTIONS' || (method === 'GET' && (target === '/' || target === '/favicon.ico'))
  )
}

/** A short text, without any CORS header: no web page may read it or is invited to send more. */
export function answerVisit(response: ServerResponse, close: boolean): void {
  writeAnswer(response, answer, close)
}
