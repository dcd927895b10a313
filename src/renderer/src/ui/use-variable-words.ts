import { assertNever } from '@shared/assert-never'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { VariableWords } from './variable-tooltip'

/** The sentences of a variable's tooltip. */
export function useVariableWords(): VariableWords {
  const { t } = useTranslation('request')
  return useCallback(
    (info) => {
      switch (info.state) {
        case 'unknown':
          return { value: '', origin: t('variable.unknown') }
        case 'dynamic':
          return { value: t('variable.example', { example: info.shown }), origin: t('variable.dynamic') }
        case 'known':
        case 'secret':
          return {
            value: info.shown === '' ? t('variable.empty') : info.shown,
            origin: t(`variable.from.${info.kind}`, { name: info.from }),
          }
        default:
          return assertNever(info)
      }
    },
    [t],
  )
}
