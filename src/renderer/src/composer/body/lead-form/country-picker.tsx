import { countryCodes } from '@shared/lead/country-codes'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ValuePicker } from './value-picker'

/** Leads have both this and `US`; it is the one three-letter code that is documented. */
const usa = 'USA'

/** Countries by name, to send their codes. */
export function CountryPicker({ onChoose }: { readonly onChoose: (code: string) => void }) {
  const { t, i18n } = useTranslation('body')
  const items = useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type: 'region' })
    const all = countryCodes.map((code) => ({ id: code, label: names.of(code) ?? code, detail: code }))
    return [...all, { id: usa, label: names.of('US') ?? usa, detail: usa }].sort(
      (one, other) => one.label.localeCompare(other.label, i18n.language) || one.id.localeCompare(other.id),
    )
  }, [i18n.language])
  return <ValuePicker label={t('pick.country')} items={items} onChoose={onChoose} />
}

/** The name of the country that a code stands for; '' for anything else. */
export function useCountryName(text: string): string {
  const { i18n } = useTranslation()
  const code = text.trim().toUpperCase() === usa ? 'US' : text.trim().toUpperCase()
  if (!countryCodes.includes(code)) return ''
  return new Intl.DisplayNames([i18n.language], { type: 'region' }).of(code) ?? ''
}
