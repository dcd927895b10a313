import { useTranslation } from 'react-i18next'
import { failureKind } from '../answer/intent'

/** Why a request of a run was not even sent. */
const notSent = ['variable-unresolved', 'request-not-valid', 'file-not-chosen', 'file-unreadable'] as const

/** Why a request of a run has no answer, in a few words. */
export function FailureWords({ failure }: { readonly failure: string | null }) {
  const { t } = useTranslation(['runner', 'answer'])
  const code = notSent.find((known) => known === failure)
  return code ? t(`runner:notSent.${code}`) : t(`answer:failure.${failureKind(failure)}`)
}
