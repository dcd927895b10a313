import { Checkbox } from '@fluentui/react-components'
import type { NodeId } from '@shared/collection/tree'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { revealFile } from '../../app-shell/actions'
import { callEngine, callShell } from '../../state/bridge'
import { findNode } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { showToast } from '../../state/toast-store'
import { FormDialog } from './form-dialog'
import styles from './form-dialog.module.css'
import { useDeed } from './use-deed'

/** *Export*: a collection or folder as a Postman file, without its secrets unless asked for. */
export function ExportDialog({ id, onClose }: { readonly id: NodeId; readonly onClose: () => void }) {
  const { t } = useTranslation('collections')
  const [withSecrets, setWithSecrets] = useState(false)
  const deed = useDeed()
  const name = findNode(useCollections.getState().collections, id)?.name ?? ''
  const exportIt = () =>
    deed.run(async () => {
      const file = await callShell('file.choose-save', {
        suggestedName: `${fileNameOf(name)}.postman_collection.json`,
        extension: 'json',
      })
      if (!file) return
      await callEngine('collections.export', { id, fileToken: file.token, withSecrets })
      onClose()
      showToast({
        intent: 'success',
        title: t('export.done', { file: file.name }),
        action: { label: t('export.reveal'), run: () => void revealFile(file.token) },
      })
    })
  return (
    <FormDialog
      title={t('export.title', { name })}
      submit={t('export.choose')}
      isBusy={deed.isBusy}
      error={deed.error}
      onSubmit={() => void exportIt()}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('export.body')}</p>
      <div>
        <Checkbox
          label={t('export.withSecrets')}
          checked={withSecrets}
          onChange={(_, { checked }) => setWithSecrets(checked === true)}
        />
        {withSecrets ? <p className={styles.hint}>{t('export.withSecretsHint')}</p> : null}
      </div>
    </FormDialog>
  )
}

/** Names can hold what file names cannot. */
function fileNameOf(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, '-').slice(0, 120)
}
