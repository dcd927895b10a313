import type { LeadDetail } from '../../../../../src/shared/lead/lead-detail'
import { buildLead } from '../../state/lead-builder'

type Changes = {
  readonly id?: number
  readonly note?: string
  readonly text?: string | null
  readonly findings?: LeadDetail['findings']
  readonly bodyTextCut?: boolean
}

/** A stored lead in full, for the tests of the detail pane. */
export function buildDetail({
  id = 1,
  note = '',
  text = '{}',
  findings = [],
  bodyTextCut = false,
}: Changes): LeadDetail {
  const body = new TextEncoder().encode(text ?? '\u0000')
  return {
    summary: buildLead(id),
    request: {
      method: 'POST',
      target: '/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?sig=secret',
      httpVersion: '1.1',
      headers: [['Content-Type', 'application/json']],
      body,
      bodySize: body.length,
      bodyCut: false,
      secure: false,
      peer: { address: '127.0.0.1', port: 40_000 },
      claimedPeer: null,
    },
    bodyText: text,
    bodyTextCut,
    charset: 'utf-8',
    findings,
    diagnosis: null,
    answer: { status: 202, reason: 'Accepted', headers: [], body: new Uint8Array() },
    timing: { headersMs: 0.5, bodyMs: 1, handledMs: 2 },
    note,
  }
}
