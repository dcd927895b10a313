import type { OtherField } from '@shared/lead/recognise'
import type { ReceivedRequest } from '../receiver/received-request'
import type { NewRun } from '../storage/flow-run-table'
import type { NewLead } from '../storage/lead-store'
import { fingerprint } from './fingerprint'
import type { Judgement } from './judge'
import type { ReadBody } from './read-body'

const searchTextLimit = 4000

const noFields: NewLead['fields'] = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  country: '',
  company: '',
  title: '',
  source: '',
  actionCode: '',
  offerTitle: '',
  description: '',
}

/** Brings together what is known of a request into the row to store. @param judgedMs time that reading and judging took */
export function describeLead(
  request: ReceivedRequest,
  body: ReadBody,
  flowId: string | null,
  judgement: Judgement,
  judgedMs: number,
  run: NewRun | null,
): NewLead {
  const { lead } = body
  return {
    request,
    flowId,
    verdict: judgement.verdict,
    diagnosis: judgement.diagnosis,
    findings: judgement.findings,
    fields: lead ? { ...lead.texts, source: lead.source.source } : noFields,
    isTest: lead?.isTest ?? false,
    fingerprint: lead ? fingerprint(lead) : null,
    searchText: lead
      ? searchTextOf(lead.texts.leadSource, lead.source.source, lead.otherFields)
      : (body.text ?? '').slice(0, searchTextLimit),
    charset: body.charset,
    answer: judgement.answer,
    timing: { headersMs: request.headersMs, bodyMs: request.bodyMs, handledMs: request.bodyMs + judgedMs },
    run,
  }
}

/** What a lead says beyond the fields that the store indexes by themselves. */
function searchTextOf(leadSource: string, source: string, others: readonly OtherField[]): string {
  let text = leadSource === source ? '' : leadSource
  for (const other of others) {
    text += ` ${other.sentPath.join('.')} ${typeof other.value === 'string' ? other.value : JSON.stringify(other.value)}`
    if (text.length > searchTextLimit) return text.slice(0, searchTextLimit)
  }
  return text
}
