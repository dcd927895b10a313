import { knownActionCodes } from '@shared/lead/action-code'
import { useTranslation } from 'react-i18next'
import { ValuePicker } from './value-picker'

/** The documented action codes, with what each says. */
export function ActionCodePicker({ onChoose }: { readonly onChoose: (code: string) => void }) {
  const { t } = useTranslation(['body', 'lead'])
  const items = knownActionCodes.map((code) => ({ id: code, label: code, detail: t(`lead:actionCode.${code}`) }))
  return <ValuePicker label={t('body:pick.actionCode')} items={items} onChoose={onChoose} />
}
