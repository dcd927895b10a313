import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine, callShell } from '../../state/bridge'
import { takeCollections, useCollections } from '../../state/collections-store'
import { showToast } from '../../state/toast-store'
import { VisibleText } from '../../ui/visible-text'
import { FormDialog } from './form-dialog'
import styles from './form-dialog.module.css'
import { useDeed } from './use-deed'

/** Where the collections' files are, and the way to another folder. */
export function FolderDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('collections')
  const folder = useCollections((state) => state.folder)
  const [move, setMove] = useState(true)
  const deed = useDeed()
  const choose = () =>
    deed.run(async () => {
      const chosen = await callShell('folder.choose', {})
      if (!chosen) return
      takeCollections(await callEngine('collections.use-folder', { folderToken: chosen.token, move }))
      onClose()
      showToast({ intent: 'success', title: t('folder.done') })
    })
  return (
    <FormDialog
      title={t('folder.title')}
      submit={t('folder.choose')}
      isBusy={deed.isBusy}
      error={deed.error}
      onSubmit={() => void choose()}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('folder.body')}</p>
      <VisibleText text={t('folder.now', { folder })} />
      <div>
        <Checkbox label={t('folder.move')} checked={move} onChange={(_, { checked }) => setMove(checked === true)} />
        {move ? null : <p className={styles.hint}>{t('folder.moveHint')}</p>}
      </div>
    </FormDialog>
  )
}
