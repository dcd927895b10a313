import type { CrmRecord } from '@shared/run/rehearsal'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { CopyButton } from '../../ui/copy-button'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import { PagedSplit } from './paged-split'
import styles from './rehearsal.module.css'
import { useChosen } from './use-chosen'
import { usePages } from './use-pages'

const readPage = (page: { readonly before: number | null; readonly limit: number }) =>
  callEngine('crm-record.page', page)

/** The records that rehearsed *Create a new record* steps kept, as a CRM would list its leads. */
export function CrmRecords({ onEmpty }: { readonly onEmpty: (isEmpty: boolean) => void }) {
  const { t } = useTranslation('rehearsal')
  const pages = usePages(readPage)
  const { rows, isComplete, isLoading } = pages
  const { chosen, choose } = useChosen(rows)
  const isEmpty = rows.length === 0
  useEffect(() => onEmpty(isEmpty), [onEmpty, isEmpty])
  if (isEmpty && isComplete) return <p className={styles.empty}>{t('empty.crm-records')}</p>
  return (
    <PagedSplit pages={pages} detail={chosen ? <RecordDetail record={chosen} /> : null}>
      <table className={styles.table} aria-label={t('title.crm-records')} aria-busy={isLoading}>
        <thead>
          <tr>
            <th scope="col">{t('crm.name')}</th>
            <th scope="col">{t('crm.company')}</th>
            <th scope="col">{t('crm.system')}</th>
            <th scope="col">{t('crm.created')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((record) => (
            <tr key={record.id} aria-current={record.id === chosen?.id} onClick={() => choose(record.id)}>
              <td>
                <button type="button" className={styles.name} onClick={() => choose(record.id)}>
                  <VisibleText text={nameOf(record) || t('crm.noName')} light maxLength={120} />
                </button>
              </td>
              <td>
                <VisibleText text={columnOf(record, 'company')} light maxLength={120} />
              </td>
              <td>{t(`crm.systemOf.${record.system}`)}</td>
              <td className={styles.time}>
                <LeadTime at={record.createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PagedSplit>
  )
}

function RecordDetail({ record }: { readonly record: CrmRecord }) {
  const { t } = useTranslation('rehearsal')
  return (
    <section className={styles.detail} aria-label={t('crm.record')}>
      <h3>
        <VisibleText text={nameOf(record) || t('crm.noName')} light maxLength={200} />
      </h3>
      <p className={styles.quiet}>{t('fromFlow', { flow: record.flowName })}</p>
      <dl className={styles.facts}>
        {record.columns.map(({ name, value }, index) => (
          // Columns can repeat; they have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={index} className={styles.fact}>
            <dt>
              <VisibleText text={name} light maxLength={120} />
            </dt>
            <dd>
              {value === '' ? (
                <span className={styles.quiet}>{t('crm.blank')}</span>
              ) : (
                <>
                  <VisibleText text={value} multiline light maxLength={5000} />
                  <CopyButton text={value} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Pure: a person's name in whatever columns the system has for it. */
function nameOf(record: CrmRecord): string {
  return `${columnOf(record, 'firstname')} ${columnOf(record, 'lastname')}`.trim()
}

/** Pure: the first column whose name, without `_`, begins so: `first_name`, `companyname`. */
function columnOf(record: CrmRecord, start: string): string {
  return record.columns.find(({ name }) => name.toLowerCase().replaceAll('_', '').startsWith(start))?.value ?? ''
}
