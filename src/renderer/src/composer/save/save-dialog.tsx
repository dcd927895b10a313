import { Field, Input, Textarea } from '@fluentui/react-components'
import type { NodeId } from '@shared/collection/tree'
import type { Draft } from '@shared/workspace/draft'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { ancestorsOf, findNode } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { discardDraft, parentSelection, useDraft } from '../../state/composer-store'
import { adoptNode } from '../../state/draft-adoption'
import { placeNear } from '../tree/drop-place'
import { setExpanded, useTree } from '../tree/tree-store'
import { FormDialog } from './form-dialog'
import { PlacePicker } from './place-picker'
import { useDeed } from './use-deed'

type SaveDialogProps = {
  readonly draftId: string
  /** The tab goes on with the new request; the saved one stays as it was. */
  readonly asCopy: boolean
  readonly thenClose: boolean
  readonly onClose: () => void
}

/** *Save request*: its name, what it is for, and where it goes to. */
export function SaveDialog({ draftId, asCopy, thenClose, onClose }: SaveDialogProps) {
  const draft = useDraft(draftId)
  if (!draft?.request) return null
  return <SaveForm draft={draft} asCopy={asCopy} thenClose={thenClose} onClose={onClose} />
}

function SaveForm({ draft, thenClose, onClose }: Omit<SaveDialogProps, 'draftId'> & { readonly draft: Draft }) {
  const { t } = useTranslation('collections')
  const [name, setName] = useState(draft.name)
  const [description, setDescription] = useState(draft.description)
  const [place, setPlace] = useState<NodeId | null>(() => likelyPlace(draft))
  const deed = useDeed()
  const collections = useCollections((state) => state.collections)
  const isPlaced = place !== null && findNode(collections, place) !== null
  const isNamed = name.trim() !== ''
  const save = () =>
    deed.run(async () => {
      if (place === null || !draft.request) return
      const { request, checks } = draft
      const id = await callEngine('node.create-request', {
        place: { parentId: place },
        content: { name: name.trim(), description, request, checks: [...checks] },
      })
      await adoptNode(draft.id, id)
      setExpanded(place, true)
      onClose()
      if (thenClose) discardDraft(draft.id)
    })
  return (
    <FormDialog
      title={t('save.title')}
      submit={t('save.save')}
      canSubmit={isNamed && isPlaced}
      isBusy={deed.isBusy}
      error={deed.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={t('save.name')} required {...(isNamed ? {} : { validationMessage: t('save.nameMissing') })}>
        <Input
          autoFocus
          maxLength={500}
          value={name}
          onFocus={(event) => event.target.select()}
          onChange={(_, { value }) => setName(value)}
        />
      </Field>
      <Field label={t('save.description')}>
        <Textarea
          rows={2}
          resize="vertical"
          placeholder={t('save.descriptionHint')}
          value={description}
          onChange={(_, { value }) => setDescription(value)}
        />
      </Field>
      <PlacePicker value={isPlaced ? place : null} onChange={setPlace} />
    </FormDialog>
  )
}

/** Where it was meant for, else beside the saved one, else what is chosen in the tree, else the first collection. */
function likelyPlace(draft: Draft): NodeId | null {
  const { collections } = useCollections.getState()
  const meant = draft.selections[parentSelection]
  if (meant && findNode(collections, meant)) return meant
  const beside = draft.nodeId === null ? undefined : ancestorsOf(collections, draft.nodeId).at(-1)
  if (beside) return beside.id
  const { currentId } = useTree.getState()
  const near = currentId === null ? null : placeNear(collections, currentId)
  return near?.parentId ?? collections.find(({ problem }) => problem === null)?.id ?? null
}
