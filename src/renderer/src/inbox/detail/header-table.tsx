import type { HeaderPair } from '@shared/http/header-pair'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button'
import { VisibleText } from '../../ui/visible-text'
import styles from './header-table.module.css'
import { ReceivedValue } from './received-value'
import { SecretValue } from './secret-value'
import { maskedHeaderValue } from './secret-values'

type HeaderTableProps = { readonly headers: readonly HeaderPair[]; readonly label: string }

/** Headers in the order and the case in which they came; credentials are masked until asked for. */
export function HeaderTable({ headers, label }: HeaderTableProps) {
  const { t } = useTranslation('detail')
  if (headers.length === 0) return <p className={styles.none}>{t('headers.none')}</p>
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('headers.name')}</th>
          <th scope="col">{t('headers.value')}</th>
        </tr>
      </thead>
      <tbody>
        {headers.map((header, index) => {
          const [name, value] = header
          const masked = maskedHeaderValue(header)
          return (
            // Headers repeat; their place in the list is what tells them apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <tr key={index}>
              <th scope="row">
                <VisibleText text={name} light maxLength={200} />
              </th>
              <td>
                <div className={styles.value}>
                  {masked === value ? (
                    <ReceivedValue text={value} mono />
                  ) : (
                    <SecretValue masked={masked} secret={value} />
                  )}
                  <span className={styles.copy}>
                    <CopyButton text={masked} label={t('copyField', { name: name.slice(0, 100) })} />
                  </span>
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
