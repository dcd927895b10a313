import { Combobox, Option } from '@fluentui/react-components'
import { requestMethods } from '@shared/request/request-template'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './request-editor.module.css'

type MethodPickerProps = { readonly method: string; readonly onChange: (method: string) => void }

/** The usual methods as a list; any other can be typed. */
export function MethodPicker({ method, onChange }: MethodPickerProps) {
  const { t } = useTranslation('request')
  const [typed, setTyped] = useState(method)
  useEffect(() => setTyped(method), [method])
  const take = (text: string) => {
    // HTTP's methods are case-sensitive, but nobody who types "get" means another one than GET.
    const known = requestMethods.find((candidate) => candidate.toLowerCase() === text.trim().toLowerCase())
    const next = known ?? text.trim().slice(0, 40)
    if (next === '') setTyped(method)
    else {
      setTyped(next)
      if (next !== method) onChange(next)
    }
  }
  return (
    <Combobox
      freeform
      className={`${styles.method}`}
      input={{ className: `${styles.methodInput}` }}
      aria-label={t('method')}
      value={typed}
      selectedOptions={[method]}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onOptionSelect={(_, data) => take(data.optionValue ?? typed)}
      onBlur={() => take(typed)}
    >
      {requestMethods.map((known) => (
        <Option key={known} value={known}>
          {known}
        </Option>
      ))}
    </Combobox>
  )
}
