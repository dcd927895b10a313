import type { LeadSummary } from '@shared/lead/lead-summary'

/** First and last name as one text; '' when neither was sent. */
export function leadName(lead: Pick<LeadSummary, 'firstName' | 'lastName'>): string {
  return `${lead.firstName.trim()} ${lead.lastName.trim()}`.trim()
}
