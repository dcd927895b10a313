import { Button, Select } from '@fluentui/react-components'
import { FolderOpenRegular } from '@fluentui/react-icons'
import type { FormDataRow, RequestBody } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { showErrorToast } from '../../state/toast-store'
import { VariableField } from '../../ui/variable-field'
import { chooseFiles } from './choose-files'
import { FileChip } from './file-chip'
import styles from './request-tabs.module.css'
import { RowsEditor } from './rows-editor'

const blankPart: FormDataRow = { name: '', value: '', enabled: true, description: '', contentType: '', files: null }

type FormDataBodyProps = {
  readonly body: Extract<RequestBody, { type: 'form-data' }>
  readonly scopes: readonly VariableScope[]
  readonly onChange: (body: RequestBody) => void
}

/** Form fields as parts of their own: texts and files. */
export function FormDataBody({ body, scopes, onChange }: FormDataBodyProps) {
  const { t } = useTranslation('request')
  return (
    <RowsEditor<FormDataRow>
      label={t('body.formLabel')}
      rows={body.rows}
      blank={blankPart}
      scopes={scopes}
      hasBulk={false}
      renderValue={(row, change, index) => <PartValue row={row} index={index} scopes={scopes} onChange={change} />}
      onChange={(rows) => onChange({ ...body, rows: [...rows] })}
    />
  )
}

type PartValueProps = {
  readonly row: FormDataRow
  readonly index: number
  readonly scopes: readonly VariableScope[]
  readonly onChange: (changes: Partial<FormDataRow>) => void
}

function PartValue({ row, index, scopes, onChange }: PartValueProps) {
  const { t } = useTranslation('request')
  const number = index + 1
  const { files } = row
  const choose = async () => {
    try {
      const chosen = await chooseFiles([], true)
      if (chosen.length > 0) onChange({ files: [...(files ?? []), ...chosen] })
    } catch (error) {
      showErrorToast(t('body.fileFailed'), error)
    }
  }
  return (
    <div className={styles.part}>
      <Select
        size="small"
        aria-label={t('body.kind', { row: number })}
        value={files === null ? 'text' : 'file'}
        onChange={(_, { value }) => onChange({ files: value === 'file' ? [] : null })}
      >
        <option value="text">{t('body.kindText')}</option>
        <option value="file">{t('body.kindFile')}</option>
      </Select>
      <input
        className={styles.partType}
        aria-label={t('body.partType', { row: number })}
        title={t('body.partType', { row: number })}
        placeholder={t('body.partTypePlaceholder')}
        maxLength={200}
        value={row.contentType}
        onChange={(event) => onChange({ contentType: event.target.value })}
      />
      {files === null ? (
        <VariableField
          look="cell"
          label={t('rows.valueOf', { row: number })}
          value={row.value}
          scopes={scopes}
          onChange={(value) => onChange({ value })}
        />
      ) : (
        <div className={styles.files}>
          {files.map((file, at) => (
            <FileChip
              // biome-ignore lint/suspicious/noArrayIndexKey: the same file can be sent twice
              key={at}
              path={file.path}
              onRemove={() => onChange({ files: files.toSpliced(at, 1) })}
            />
          ))}
          <Button size="small" icon={<FolderOpenRegular />} onClick={() => void choose()}>
            {t('body.chooseFiles')}
          </Button>
        </div>
      )}
    </div>
  )
}
