import { ArrowImportRegular } from '@fluentui/react-icons'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './import-drop.module.css'
import { importDropped } from './import-files'

/** Files that are dropped anywhere on the composer are imported; in other views the window sends them as leads. */
export function ImportDrop({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('collections')
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files') || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the Import button
    <div
      className={styles.area}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={(event) => {
        const to = event.relatedTarget
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        if (!event.dataTransfer.types.includes('Files') || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        void importDropped([...event.dataTransfer.files])
      }}
    >
      {children}
      {isOver ? (
        <div className={styles.overlay}>
          <ArrowImportRegular fontSize={40} />
          <strong>{t('import.drop')}</strong>
          <span>{t('import.dropHint')}</span>
        </div>
      ) : null}
    </div>
  )
}
