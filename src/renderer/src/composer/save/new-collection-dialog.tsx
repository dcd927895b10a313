import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { focusTree } from '../tree/focus-tree'
import { revealNode, setExpanded } from '../tree/tree-store'
import { FormDialog } from './form-dialog'
import styles from './form-dialog.module.css'
import { useDeed } from './use-deed'

/** *New collection*: its name and what it is for. */
export function NewCollectionDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('collections')
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const deed = useDeed()
  const create = () =>
    deed.run(async () => {
      const id = await callEngine('collections.create', { name: name.trim(), description })
      setExpanded(id, true)
      revealNode(id)
      onClose()
      requestAnimationFrame(focusTree)
    })
  return (
    <FormDialog
      title={t('save.collectionTitle')}
      submit={t('save.create')}
      canSubmit={name.trim() !== ''}
      isBusy={deed.isBusy}
      error={deed.error}
      onSubmit={() => void create()}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('save.collectionHint')}</p>
      <Field label={t('container.name')} required>
        <Input autoFocus maxLength={500} value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label={t('save.description')}>
        <Textarea rows={2} resize="vertical" value={description} onChange={(_, { value }) => setDescription(value)} />
      </Field>
    </FormDialog>
  )
}
