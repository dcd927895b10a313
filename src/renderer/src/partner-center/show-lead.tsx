import { Link } from '@fluentui/react-components'
import { jumpToLead } from '../inbox/list/jump-to-lead'
import { useView } from '../state/view-store'

/** A link to a lead in the inbox. */
export function ShowLead({ leadId, label }: { readonly leadId: number; readonly label: string }) {
  return (
    <Link
      as="button"
      type="button"
      onClick={() => {
        useView.getState().show('inbox')
        jumpToLead(leadId)
      }}
    >
      {label}
    </Link>
  )
}
