import { Combobox, Option } from '@fluentui/react-components'
import { CollectionsRegular, FolderRegular, SendRegular } from '@fluentui/react-icons'
import type { CollectionTree } from '@shared/collection/tree'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { markedText } from '../../ui/marked-text'
import { VisibleText } from '../../ui/visible-text'
import { findTargets, type RunTarget } from './run-targets'
import styles from './target-picker.module.css'

const offered = 100
const icons = { collection: CollectionsRegular, folder: FolderRegular, request: SendRegular } as const

type TargetPickerProps = {
  readonly collections: readonly CollectionTree[]
  readonly target: RunTarget | null
  readonly onChange: (target: RunTarget) => void
}

/** Chooses a collection, folder or request by typing a part of its name. */
export function TargetPicker({ collections, target, onChange }: TargetPickerProps) {
  const { t } = useTranslation('runner')
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const found = useMemo(() => findTargets(collections, typed ?? '', offered), [collections, typed])
  return (
    <Combobox
      size="small"
      freeform
      className={styles.picker}
      placeholder={t('form.choose')}
      value={typed ?? markedText(target?.name ?? '')}
      selectedOptions={target ? [target.id] : []}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        const chosen = found.find(({ id }) => id === optionValue)
        setTyped(null)
        if (chosen) onChange(chosen)
      }}
      onBlur={() => setTyped(null)}
    >
      {found.map(({ id, kind, name, path }) => {
        const Icon = icons[kind]
        return (
          <Option key={id} value={id} text={markedText(name)}>
            <Icon aria-label={t(`form.kind.${kind}`)} />
            <span className={styles.target}>
              <VisibleText text={name} light maxLength={120} />
              {path.length > 0 ? (
                <VisibleText className={styles.path} text={path.join(' › ')} light maxLength={120} />
              ) : null}
            </span>
          </Option>
        )
      })}
      {found.length === 0 ? (
        <Option disabled value="" text={t('form.nothingFound')}>
          {t('form.nothingFound')}
        </Option>
      ) : null}
    </Combobox>
  )
}
