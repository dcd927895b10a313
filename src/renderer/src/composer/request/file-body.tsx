import { Button } from '@fluentui/react-components'
import { FolderOpenRegular } from '@fluentui/react-icons'
import type { RequestBody } from '@shared/request/request-template'
import { useTranslation } from 'react-i18next'
import { showErrorToast } from '../../state/toast-store'
import { chooseFiles } from './choose-files'
import { FileChip } from './file-chip'
import styles from './request-tabs.module.css'

type FileBodyProps = {
  readonly body: Extract<RequestBody, { type: 'file' }>
  readonly onChange: (body: RequestBody) => void
}

/** A file that is sent as it is. */
export function FileBody({ body, onChange }: FileBodyProps) {
  const { t } = useTranslation('request')
  const choose = async () => {
    try {
      const [file] = await chooseFiles([], false)
      if (file) onChange({ type: 'file', file })
    } catch (error) {
      showErrorToast(t('body.fileFailed'), error)
    }
  }
  return (
    <div className={styles.files}>
      {body.file ? (
        <FileChip path={body.file.path} onRemove={() => onChange({ type: 'file', file: null })} />
      ) : (
        <span className={styles.hint}>{t('body.noFile')}</span>
      )}
      <Button size="small" icon={<FolderOpenRegular />} onClick={() => void choose()}>
        {t('body.chooseFile')}
      </Button>
    </div>
  )
}
