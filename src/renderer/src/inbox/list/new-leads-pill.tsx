import { ArrowUpRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import styles from './lead-list.module.css'
import { dispatchToList, useLeadList } from './lead-list-store'

/** Tells how many leads wait above while the list is scrolled away from its top, and goes there. */
export function NewLeadsPill() {
  const { t } = useTranslation('inbox')
  const hidden = useLeadList((state) => state.window.hidden)
  const searchWaits = useLeadList((state) => state.window.searchWaits)
  if (hidden === 0 && !searchWaits) return null
  return (
    <button type="button" className={styles.pill} onClick={() => dispatchToList({ type: 'followed' })}>
      <ArrowUpRegular aria-hidden />
      {hidden > 0 ? t('list.newLeads', { count: hidden }) : t('list.newFinds')}
    </button>
  )
}
