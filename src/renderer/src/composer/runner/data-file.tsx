import { Button, Field, Tooltip } from '@fluentui/react-components'
import { DismissRegular, DocumentTableRegular } from '@fluentui/react-icons'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { RunData } from '@shared/runner/collection-run'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine, callShell } from '../../state/bridge'
import { setRunData } from '../../state/runner-store'
import { ErrorBar } from '../../ui/error-text'
import { VisibleText } from '../../ui/visible-text'
import styles from './data-file.module.css'

const shownRows = 10
const shownColumns = 12

type DataFileProps = {
  readonly draftId: string
  readonly data: RunData | null
  /** A file was chosen: one iteration a row is what most want. */
  readonly onRows: (count: number) => void
}

/** A CSV or JSON file whose rows give variables their values, one row an iteration; its first rows as a preview. */
export function DataFile({ draftId, data, onRows }: DataFileProps) {
  const { t } = useTranslation('runner')
  const [error, setError] = useState<AppErrorData | null>(null)
  const choose = async () => {
    setError(null)
    try {
      const [file] = await callShell('file.choose-open', { extensions: ['csv', 'json', 'txt'], multiple: false })
      if (!file) return
      const read = await callEngine('run.read-data', { fileToken: file.token })
      setRunData(draftId, read)
      if (read.total > 0) onRows(read.total)
    } catch (failure) {
      setError(toErrorData(failure))
    }
  }
  return (
    <>
      <Field label={t('data.label')} size="small" {...(data ? {} : { hint: t('data.hint') })}>
        <div className={styles.line}>
          <Button size="small" icon={<DocumentTableRegular />} onClick={() => void choose()}>
            {data ? t('data.another') : t('data.choose')}
          </Button>
          {data ? (
            <>
              <span className={styles.name}>
                <VisibleText text={data.name} light maxLength={100} />
              </span>
              <Tooltip content={t('data.remove')} relationship="label">
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<DismissRegular />}
                  onClick={() => setRunData(draftId, null)}
                />
              </Tooltip>
            </>
          ) : null}
        </div>
      </Field>
      {error ? <ErrorBar error={error} /> : null}
      {data ? <DataPreview data={data} /> : null}
    </>
  )
}

function DataPreview({ data }: { readonly data: RunData }) {
  const { t } = useTranslation('runner')
  const columns = data.columns.slice(0, shownColumns)
  return (
    <details className={styles.data} open>
      <summary>{t('data.rows', { count: data.total })}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.table} tabIndex={0} aria-label={t('data.preview')}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  <VisibleText text={name} light maxLength={60} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.slice(0, shownRows).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place in the file
              <tr key={index}>
                {columns.map((name) => (
                  <td key={name}>
                    <VisibleText text={row[name] ?? ''} light maxLength={60} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {data.total > shownRows ? (
        <p className={styles.hint}>{t('data.more', { count: data.total - shownRows })}</p>
      ) : null}
    </details>
  )
}
