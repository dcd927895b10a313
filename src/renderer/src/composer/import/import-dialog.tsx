import { Button, Field, Textarea } from '@fluentui/react-components'
import { FolderOpenRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { useCollections } from '../../state/collections-store'
import { FormDialog } from '../save/form-dialog'
import styles from '../save/form-dialog.module.css'
import { useDeed } from '../save/use-deed'
import { placeNear } from '../tree/drop-place'
import { useTree } from '../tree/tree-store'
import { chooseAndImport, tellOutcome } from './import-files'

/** *Import*: files that the user chooses, or text that is pasted. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('collections')
  const [text, setText] = useState('')
  const deed = useDeed()
  const choose = () =>
    deed.run(async () => {
      const outcome = await chooseAndImport()
      if (!outcome) return
      onClose()
      tellOutcome(outcome)
    })
  const paste = () =>
    deed.run(async () => {
      const { currentId } = useTree.getState()
      const { collections } = useCollections.getState()
      const into = currentId === null ? null : placeNear(collections, currentId)
      const outcome = await callEngine('collections.import', { text, into })
      onClose()
      tellOutcome(outcome)
    })
  return (
    <FormDialog
      title={t('import.title')}
      submit={deed.isBusy ? t('import.working') : t('import.do')}
      canSubmit={text.trim() !== ''}
      isBusy={deed.isBusy}
      error={deed.error}
      onSubmit={() => void paste()}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('tree.importHint')}</p>
      <div>
        <Button
          type="button"
          appearance="primary"
          icon={<FolderOpenRegular />}
          disabled={deed.isBusy}
          onClick={() => void choose()}
        >
          {t('import.choose')}
        </Button>
      </div>
      <Field label={t('import.or')}>
        <Textarea
          rows={6}
          resize="vertical"
          placeholder={t('import.pastePlaceholder')}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
    </FormDialog>
  )
}
