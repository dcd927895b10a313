import { Button } from '@fluentui/react-components'
import { DismissRegular, DocumentRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import { fileName } from './choose-files'
import styles from './request-tabs.module.css'

/** A chosen file by its name; its whole path is the tooltip. */
export function FileChip({ path, onRemove }: { readonly path: string; readonly onRemove: () => void }) {
  const { t } = useTranslation('request')
  const name = fileName(path)
  return (
    <span className={styles.file} title={path}>
      <DocumentRegular aria-hidden />
      <VisibleText text={name} light maxLength={120} />
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={t('body.removeFile', { name })}
        onClick={onRemove}
      />
    </span>
  )
}
