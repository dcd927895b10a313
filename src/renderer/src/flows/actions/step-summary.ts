import { assertNever } from '@shared/assert-never'
import type { FlowAction } from '@shared/flow/action'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { findTokens } from '@shared/template/template'
import { tokenName } from '@shared/template/trigger-tokens'
import { useTranslation } from 'react-i18next'

/** What a step does, on one line: for its folded card. */
export function useStepSummary(action: FlowAction): string {
  const { t } = useTranslation('flowActions')
  switch (action.type) {
    case 'create-record':
      return t('summary.createRecord', { system: t(`system.${action.system}`), count: action.columns.length })
    case 'send-email':
      return action.to.trim() === '' ? t('summary.noTo') : t('summary.sendEmail', { to: withNames(action.to) })
    case 'http':
      return action.url.trim() === '' ? t('summary.noUrl') : `${action.method} ${maskUrlSecrets(withNames(action.url))}`
    case 'response':
      if (action.trial === 'drop') return t('summary.drop')
      return action.delaySeconds > 0
        ? t('summary.late', { status: action.status, seconds: action.delaySeconds })
        : t('summary.response', { status: action.status })
    case 'condition':
      return `${withNames(action.left)} ${t(`operator.${action.operator}`)} ${isUnary(action.operator) ? '' : withNames(action.right)}`
    default:
      return assertNever(action)
  }
}

/** Whether an operator looks at one value only. */
export function isUnary(operator: string): boolean {
  return operator === 'is-blank' || operator === 'is-not-blank'
}

/** Pure: a text in which each token is its name: `New lead for ‹OfferTitle›`. */
export function withNames(text: string): string {
  let read = 0
  let shown = ''
  for (const { from, to, token, written } of findTokens(text)) {
    shown += `${text.slice(read, from)}‹${token ? tokenName(token) : written}›`
    read = to
  }
  return shown + text.slice(read)
}
