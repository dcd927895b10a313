import { Button } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import type { UrlReport } from '@shared/url-doctor/url-report'
import { useTranslation } from 'react-i18next'
import styles from './doctor-line.module.css'

type DoctorButtonsProps = {
  readonly report: UrlReport
  readonly isOpen: boolean
  /** The element that the details stand in. */
  readonly detailsId: string
  readonly onMend: (url: string) => void
  readonly onToggle: () => void
}

/** Beside what the doctor says: mends what can be mended, and shows all that was found. */
export function DoctorButtons({ report, isOpen, detailsId, onMend, onToggle }: DoctorButtonsProps) {
  const { t } = useTranslation('doctor')
  const { findings, mended } = report
  const mendable = findings.filter(({ mend }) => mend !== null).length
  return (
    <>
      {mended !== null ? (
        <Button size="small" appearance="primary" onClick={() => onMend(mended)}>
          {mendable > 1 ? t('mendAll', { count: mendable }) : t('mend')}
        </Button>
      ) : null}
      <Button
        size="small"
        appearance="transparent"
        className={`${styles.toggle}`}
        iconPosition="after"
        icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={onToggle}
      >
        {isOpen ? t('hideDetails') : t('details')}
      </Button>
    </>
  )
}
