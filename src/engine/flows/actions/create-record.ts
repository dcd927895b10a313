import type { CreateRecordAction } from '@shared/flow/action'
import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import type { TriggerOutputs } from '@shared/template/fill-template'
import type { OpenConnection } from '../../connections/connection-store'
import type { GuardedAnswer } from '../../sender/guarded-request'
import type { Reach } from '../reach'
import { failed, type StepResult, type StepShown, stepError, succeeded } from '../step-result'
import { crmTimeoutMs, crmUrl, sendToCrm } from './crm-request'
import { type DataverseSettings, getToken, tokenKey } from './dataverse-token'
import { answerOutputs, explainHttp } from './explain-http'
import { type FilledRecord, fillRecord } from './fill-record'

/** One attempt at a *Create a new record* in a real CRM. */
export async function createRecord(
  action: CreateRecordAction,
  outputs: TriggerOutputs,
  reach: Reach,
): Promise<StepResult> {
  const record = fillRecord(action, outputs)
  const connection = reach.connection(action.connectionId ?? '')
  if (connection === null) return failed(stepError('connection-missing'), record.shown)
  const { settings } = connection
  switch (settings.kind) {
    case 'dataverse': {
      const result = await createLead(connection, settings, record, reach)
      return { ...result, inputs: record.shown.inputs, blankTokens: record.shown.blankTokens }
    }
    case 'salesforce': {
      const form = new URLSearchParams(record.columns.map(({ name, value }) => [name, value]))
      form.set('oid', settings.organisationId)
      return post(settings.url, [['Content-Type', 'application/x-www-form-urlencoded']], form.toString(), record, reach)
    }
    case 'hubspot': {
      if (connection.secret === '') return failed(stepError('secret-missing', { name: connection.name }), record.shown)
      const properties = Object.fromEntries(record.columns.map(({ name, value }) => [name, value]))
      const headers: readonly HeaderPair[] = [
        ['Content-Type', 'application/json'],
        ['Authorization', `Bearer ${connection.secret}`],
      ]
      return post(settings.url, headers, JSON.stringify({ properties }), record, reach)
    }
    case 'smtp':
      return failed(stepError('connection-missing'), record.shown)
  }
}

async function post(
  address: string,
  headers: readonly HeaderPair[],
  body: string,
  { shown }: FilledRecord,
  reach: Reach,
): Promise<StepResult> {
  const url = crmUrl(address)
  if (url === null) return failed(stepError('url-not-valid', { url: address }), shown)
  return judgeAnswer(await sendToCrm(url, headers, body, reach), url, shown)
}

/** `POST {org}/api/data/v9.2/leads`; 204 with `OData-EntityId` (facts: "Where leads go"). */
async function createLead(
  connection: OpenConnection,
  settings: DataverseSettings,
  { columns, shown }: FilledRecord,
  reach: Reach,
): Promise<StepResult> {
  const url = crmUrl(settings.organisation, '/api/data/v9.2/leads')
  if (url === null) return failed(stepError('url-not-valid', { url: settings.organisation }))
  const body = JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, columnValue(name, value)])))
  for (let attempt = 1; ; attempt += 1) {
    const granted = await getToken(connection, settings, reach)
    if (!granted.ok) return granted.result
    const answer = await sendToCrm(
      url,
      [
        ['Authorization', `Bearer ${granted.token}`],
        ['Content-Type', 'application/json; charset=utf-8'],
        ['Accept', 'application/json'],
        ['OData-MaxVersion', '4.0'],
        ['OData-Version', '4.0'],
      ],
      body,
      reach,
    )
    if (answer.kind === 'answered' && answer.status === 401) {
      // A token that was kept may have been withdrawn: a fresh one tells. The record was not made.
      reach.tokens.drop(tokenKey(connection))
      if (attempt === 1) continue
    }
    return judgeAnswer(answer, url, shown)
  }
}

/** Choices are whole numbers in Dataverse (`leadsourcecode`), everything else is sent as the text it is. */
function columnValue(name: string, value: string): string | number {
  return name.endsWith('code') && !name.endsWith('postalcode') && /^-?\d{1,9}$/.test(value) ? Number(value) : value
}

function judgeAnswer(answer: GuardedAnswer, url: URL, shown: StepShown): StepResult {
  if (answer.kind !== 'answered') return explainHttp(answer, url, crmTimeoutMs, shown)
  const { status, headers } = answer
  if (status >= 200 && status < 300) {
    const id = headerValue(headers, 'odata-entityid')
    const made = id === undefined ? [] : [{ name: 'OData-EntityId', value: id }]
    return succeeded({ ...shown, outputs: [{ name: 'statusCode', value: String(status) }, ...made] })
  }
  const host = url.hostname
  const { code, message } = readODataError(answer.body)
  const withOutputs = { ...shown, outputs: answerOutputs(answer) }
  if (status === 401 || status === 403) {
    return failed(stepError('crm-user-missing', { host, status }, message), withOutputs)
  }
  if (status === 400 || status === 412 || status === 422) {
    return failed(stepError('record-refused', { host, status, code }, message), withOutputs)
  }
  return explainHttp(answer, url, crmTimeoutMs, shown)
}

/** `{"error":{"code":"0x…","message":…}}`; the body's beginning where it is something else. */
function readODataError(body: string): { readonly code: string; readonly message: string } {
  try {
    const { error } = JSON.parse(body)
    return { code: String(error?.code ?? ''), message: String(error?.message ?? body).slice(0, 2000) }
  } catch {
    return { code: '', message: body.slice(0, 2000) }
  }
}
