import type { Check } from '@shared/request/check'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../inbox/detail/duration'
import { VisibleText } from '../../ui/visible-text'

/** A check as a sentence. What the user typed into it stays text. */
export function CheckWords({ check }: { readonly check: Check }) {
  const { t } = useTranslation('answer')
  return <VisibleText text={words()} light maxLength={600} />

  function words(): string {
    switch (check.type) {
      case 'status':
        return t('check.status', { expected: check.expected })
      case 'time-below':
        return t('check.timeBelow', { limit: formatDuration(check.milliseconds) })
      case 'header-exists':
        return t('check.headerExists', { name: check.name })
      case 'header-equals':
        return t('check.headerEquals', { name: check.name, expected: check.expected })
      case 'json-exists':
        return t('check.jsonExists', { path: check.path })
      case 'json-equals':
        return t('check.jsonEquals', { path: check.path, expected: check.expected })
    }
  }
}
