import { Dropdown, Field, Option } from '@fluentui/react-components'
import styles from './step-form.module.css'

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few values, as a list that opens. */
export function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <Field label={label}>
      <Dropdown
        className={`${styles.picker}`}
        value={options.find((option) => option.value === value)?.label ?? value}
        selectedOptions={[value]}
        onOptionSelect={(_, { optionValue }) => {
          const chosen = options.find((option) => option.value === optionValue)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <Option key={option.value} value={option.value}>
            {option.label}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
}
