import type { NodeId } from '@shared/collection/tree'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ancestorsOf, findNode, subtreeIds } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { topmost } from '../tree/drop-place'
import { moveNodes } from '../tree/move-nodes'
import { revealNode, setExpanded } from '../tree/tree-store'
import { FormDialog } from './form-dialog'
import { PlacePicker } from './place-picker'
import { useDeed } from './use-deed'

/** *Move to…*: chooses the folder or collection that nodes go to. */
export function MoveDialog({ ids, onClose }: { readonly ids: readonly NodeId[]; readonly onClose: () => void }) {
  const { t } = useTranslation('collections')
  const collections = useCollections((state) => state.collections)
  const chosen = useMemo(() => topmost(collections, ids), [collections, ids])
  const first = chosen[0]
  const without = useMemo(() => new Set(chosen.flatMap((id) => subtreeIds(collections, id))), [collections, chosen])
  const [place, setPlace] = useState<NodeId | null>(() =>
    first === undefined ? null : (ancestorsOf(collections, first).at(-1)?.id ?? null),
  )
  const deed = useDeed()
  const move = () =>
    deed.run(async () => {
      if (place === null) return
      const moved = await moveNodes(chosen, { parentId: place, beforeId: null })
      setExpanded(place, true)
      if (moved.length === 1 && moved[0] !== undefined) revealNode(moved[0])
      onClose()
    })
  const name = first === undefined ? '' : (findNode(collections, first)?.name ?? '')
  return (
    <FormDialog
      title={t('save.moveTitle', { count: chosen.length, name })}
      submit={t('save.move')}
      canSubmit={place !== null && findNode(collections, place) !== null}
      isBusy={deed.isBusy}
      error={deed.error}
      onSubmit={() => void move()}
      onClose={onClose}
    >
      <PlacePicker value={place} onChange={setPlace} without={without} />
    </FormDialog>
  )
}
