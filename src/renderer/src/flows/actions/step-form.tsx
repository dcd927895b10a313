import { assertNever } from '@shared/assert-never'
import type { FlowAction } from '@shared/flow/action'
import { ConditionForm } from './condition-form'
import { CreateRecordForm } from './create-record-form'
import { HttpForm } from './http-form'
import { ResponseForm } from './response-form'
import { SendEmailForm } from './send-email-form'

type StepFormProps = { readonly action: FlowAction; readonly onChange: (action: FlowAction) => void }

/** The form of a step by its kind. */
export function StepForm({ action, onChange }: StepFormProps) {
  switch (action.type) {
    case 'create-record':
      return <CreateRecordForm action={action} onChange={onChange} />
    case 'send-email':
      return <SendEmailForm action={action} onChange={onChange} />
    case 'http':
      return <HttpForm action={action} onChange={onChange} />
    case 'response':
      return <ResponseForm action={action} onChange={onChange} />
    case 'condition':
      return <ConditionForm action={action} onChange={onChange} />
    default:
      return assertNever(action)
  }
}
