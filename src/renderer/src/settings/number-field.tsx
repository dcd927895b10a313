import { Field, Input } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import styles from './settings-view.module.css'

type NumberFieldProps = {
  readonly label: string
  readonly hint?: string | undefined
  readonly unit?: string
  readonly value: number
  readonly min: number
  readonly max: number
  /** What is wrong with a number outside of the limits, translated. */
  readonly invalid: string
  /** A sentence about the state of the saved value (a port in use), translated. */
  readonly problem?: string | undefined
  readonly onSave: (value: number) => void
}

/** A whole number that is saved when it is left or Enter is pressed; what cannot be saved is explained in place. */
export function NumberField({ label, hint, unit, value, min, max, invalid, problem, onSave }: NumberFieldProps) {
  const [text, setText] = useState(`${value}`)
  useEffect(() => setText(`${value}`), [value])
  const number = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
  const valid = number >= min && number <= max
  const save = () => valid && number !== value && onSave(number)
  const message = valid ? problem : invalid
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(message ? { validationState: valid ? 'warning' : 'error', validationMessage: message } : {})}
    >
      <Input
        className={`${styles.number}`}
        value={text}
        inputMode="numeric"
        {...(unit === undefined ? {} : { contentAfter: unit })}
        onChange={(_, data) => setText(data.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
          if (event.key === 'Escape') setText(`${value}`)
        }}
      />
    </Field>
  )
}
