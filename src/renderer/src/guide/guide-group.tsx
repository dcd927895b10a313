import type { GuideState } from '@shared/guide/guide-steps'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { GuideStepItem } from './guide-step-item'
import styles from './guide-view.module.css'

/** The steps under one heading, in their order. */
export function GuideGroup({ id, steps }: GuideState['groups'][number]) {
  const { t } = useTranslation('guide')
  const headingId = useId()
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t(`group.${id}`)}
      </h2>
      <ol className={styles.steps} aria-label={t('steps', { group: t(`group.${id}`) })}>
        {steps.map((step) => (
          <GuideStepItem key={step.id} step={step} />
        ))}
      </ol>
    </section>
  )
}
