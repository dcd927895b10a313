import { DocumentArrowDownRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showErrorToast, showToast } from '../state/toast-store'
import { useView } from '../state/view-store'
import { sendBody } from './actions'
import styles from './drop-target.module.css'

/** A JSON file dropped anywhere in the window is sent to the flow as a lead; the composer imports what is dropped there. */
export function DropTarget() {
  const { t } = useTranslation('frame')
  const [over, setOver] = useState(false)
  useEffect(() => {
    // `dragleave` comes for every element that is left; only leaving the window has no related target.
    const enter = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files') || useView.getState().view === 'composer') return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      if (useView.getState().view === 'composer') return
      event.preventDefault()
      setOver(false)
      void sendFiles([...(event.dataTransfer?.files ?? [])])
    }
    const sendFiles = async (files: readonly File[]) => {
      for (const file of files) {
        if (!file.name.toLowerCase().endsWith('.json')) {
          showToast({ intent: 'warning', title: t('drop.notJson', { name: file.name }), body: t('drop.notJsonHelp') })
          continue
        }
        try {
          await sendBody(new Uint8Array(await file.arrayBuffer()))
        } catch (error) {
          showErrorToast(t('drop.failed', { name: file.name }), error)
        }
      }
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [t])
  if (!over) return null
  return (
    <div className={styles.overlay}>
      <DocumentArrowDownRegular fontSize={40} />
      {t('drop.hint')}
    </div>
  )
}
