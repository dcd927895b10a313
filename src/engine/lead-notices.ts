import type { EngineEvent } from '@shared/contract/engine-events'
import type { LeadNotice } from '@shared/contract/engine-process-wire'

const noticeIntervalMs = 1000
const namedLeads = 3

/** Gathers new leads for desktop notices: at most one call a second, with the newest few by name. Unmatched requests are not leads. */
export function startLeadNotices(
  listen: (listener: (events: readonly EngineEvent[]) => void) => () => void,
  onNotice: (leads: readonly LeadNotice[], count: number) => void,
): () => void {
  let waiting: LeadNotice[] = []
  let count = 0
  let timer: NodeJS.Timeout | null = null

  function send(): void {
    timer = null
    onNotice(waiting, count)
    waiting = []
    count = 0
  }

  return listen((events) => {
    for (const event of events) {
      if (event.type !== 'leads-stored') continue
      const leads = event.leads.filter((lead) => lead.verdict !== 'unmatched')
      const unlisted = event.count - event.leads.length
      count += leads.length + unlisted
      const named = leads.map((lead) => ({
        id: lead.id,
        name: `${lead.firstName} ${lead.lastName}`.trim(),
        company: lead.company,
      }))
      waiting = [...named, ...waiting].slice(0, namedLeads)
    }
    if (count > 0 && !timer) timer = setTimeout(send, noticeIntervalMs)
  })
}
