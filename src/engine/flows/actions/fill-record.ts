import type { CreateRecordAction } from '@shared/flow/action'
import type { CrmRecord } from '@shared/run/rehearsal'
import { fillTemplate, type TriggerOutputs } from '@shared/template/fill-template'
import { checkLength } from '@shared/template/text-too-long'
import type { StepShown } from '../step-result'
import { capValue } from '../step-values'

export type FilledRecord = { readonly columns: CrmRecord['columns']; readonly shown: StepShown }

/** The columns of a record; those that stay empty are left out, as they would be in the CRM. */
export function fillRecord(action: CreateRecordAction, outputs: TriggerOutputs): FilledRecord {
  const filled = action.columns.map(({ name, value }) => ({ name, ...fillTemplate(value, outputs) }))
  checkLength(filled.reduce((length, { text }) => length + text.length, 0))
  const columns = filled.filter(({ text }) => text !== '').map(({ name, text }) => ({ name, value: text }))
  return {
    columns,
    shown: {
      inputs: columns.map(({ name, value }) => ({ name, value: capValue(value) })),
      outputs: [],
      blankTokens: [...new Set(filled.flatMap(({ blank }) => blank))],
    },
  }
}
