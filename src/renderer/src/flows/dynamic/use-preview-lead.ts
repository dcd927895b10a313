import { headerValue } from '@shared/http/header-pair'
import type { JsonValue } from '@shared/json-value'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { everyLead } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readBody } from '../../inbox/detail/body-json'
import { callEngine } from '../../state/bridge'
import { useEngine } from '../../state/engine-store'
import { showErrorToast } from '../../state/toast-store'
import type { PreviewLead } from './dynamic-content'

const newest = 50

/** The newest leads to choose from, read anew when leads come; and the chosen one with what tokens read of it. */
export function usePreviewLead(): {
  readonly leads: readonly LeadSummary[]
  readonly preview: PreviewLead | null
  readonly choose: (lead: LeadSummary | null) => void
} {
  const { t } = useTranslation('flowActions')
  const total = useEngine((state) => state.hydration?.facets.total ?? 0)
  const [leads, setLeads] = useState<readonly LeadSummary[]>([])
  const [preview, setPreview] = useState<PreviewLead | null>(null)
  useEffect(() => {
    if (total === 0) return setLeads([])
    let isCurrent = true
    callEngine('leads.page', { query: everyLead, from: null, limit: newest }).then(
      (page) => isCurrent && setLeads(page),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [total])
  const choose = (lead: LeadSummary | null) => {
    if (lead === null) return setPreview(null)
    callEngine('leads.get', { id: lead.id }).then(
      (detail) => setPreview(previewOf(detail)),
      (error: unknown) => showErrorToast(t('preview.notRead'), error),
    )
  }
  return { leads, preview, choose }
}

/** Pure: what tokens read of a stored lead, as the engine's runs do: only JSON that is called so has fields. */
function previewOf(detail: LeadDetail): PreviewLead {
  const { headers } = detail.request
  const isJson = /[/+]json\b/i.test(headerValue(headers, 'content-type') ?? '')
  return { summary: detail.summary, outputs: { headers, body: isJson ? bodyOf(detail) : (detail.bodyText ?? '') } }
}

function bodyOf(detail: LeadDetail): JsonValue | undefined {
  if (readBody(detail).kind !== 'json') return undefined
  return JSON.parse((detail.bodyText ?? '').replace(/^\ufeff/, ''))
}
