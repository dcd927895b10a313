import { useTranslation } from 'react-i18next'
import { Labelled } from './labelled'
import { type TemplateRow, TemplateRows } from './template-rows'

type HeadersFieldProps = {
  readonly headers: readonly TemplateRow[]
  readonly onChange: (headers: readonly TemplateRow[]) => void
}

/** The headers that a step sends or answers. */
export function HeadersField({ headers, onChange }: HeadersFieldProps) {
  const { t } = useTranslation('flowActions')
  return (
    <Labelled label={t('http.headers')}>
      <TemplateRows
        label={t('http.headers')}
        nameLabel={t('http.header')}
        addLabel={t('http.addHeader')}
        most={100}
        rows={headers}
        onChange={onChange}
      />
    </Labelled>
  )
}
