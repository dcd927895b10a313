import type { Flow } from '@shared/flow/flow'
import { useTranslation } from 'react-i18next'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { RenameInput } from '../ui/rename-input'
import { renameFlow } from './flow-actions'
import styles from './flow-list.module.css'
import { focusChosenFlow } from './focus-flow'

/** The name of a flow, edited in its row. */
export function RenameFlow({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('flows')
  const rename = useFlowsDialog((state) => state.rename)
  return (
    <RenameInput
      className={styles.rename}
      label={t('list.rename')}
      name={flow.name}
      maxLength={200}
      onEnd={(typed) => (typed === null ? rename(null) : void renameFlow(flow, typed))}
      onKeyEnd={focusChosenFlow}
    />
  )
}
