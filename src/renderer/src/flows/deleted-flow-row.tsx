import { Button } from '@fluentui/react-components'
import { ArrowUndoRegular } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../ui/visible-text'
import { restoreFlow } from './flow-actions'
import styles from './flow-list.module.css'
import { FlowState } from './flow-state'

/** A deleted flow, which can be brought back with its URL. */
export function DeletedFlowRow({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('flows')
  return (
    <li className={styles.row} title={t('list.deletedHelp')}>
      <span className={`${styles.main} ${styles.deleted}`}>
        <span className={styles.name}>
          <VisibleText className={styles.nameText} text={flow.name} light />
        </span>
        <span className={styles.meta}>
          <FlowState state={flow.state} />
        </span>
      </span>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUndoRegular />}
        aria-label={t('list.restoreName', { name: flow.name })}
        onClick={() => void restoreFlow(flow)}
      >
        {t('list.restore')}
      </Button>
    </li>
  )
}
