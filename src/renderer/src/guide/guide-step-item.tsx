import { Button } from '@fluentui/react-components'
import {
  ArrowCircleRight20Filled,
  CheckmarkCircle20Filled,
  Circle20Regular,
  SubtractCircle20Regular,
} from '@fluentui/react-icons'
import type { GuideSeen, GuideStep } from '@shared/guide/guide-steps'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LeadTime } from '../ui/lead-time'
import { goToPlace } from './go-to-place'
import styles from './guide-view.module.css'

const looks = {
  done: { Icon: CheckmarkCircle20Filled, tone: styles.done },
  next: { Icon: ArrowCircleRight20Filled, tone: styles.next },
  open: { Icon: Circle20Regular, tone: styles.open },
  optional: { Icon: SubtractCircle20Regular, tone: styles.open },
} as const

/** A step: its state as icon and word, what it is about, what was seen, and the way to its place. */
export function GuideStepItem({ step }: { readonly step: GuideStep }) {
  const { t } = useTranslation('guide')
  const item = useRef<HTMLLIElement>(null)
  const { Icon, tone } = looks[step.state]
  const title = t(`step.${step.id}.title`)
  const go = t(`go.${step.place.kind}`)
  const isNext = step.state === 'next'
  // The way goes on where it was left; what becomes the next one later does not move the list under the reader.
  const isNextAtFirst = useRef(isNext)
  useEffect(() => {
    if (isNextAtFirst.current) item.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <li
      ref={item}
      className={`${styles.step} ${isNext ? styles.isNext : ''}`}
      data-guide-step={step.id}
      data-state={step.state}
      aria-current={isNext ? 'step' : undefined}
    >
      <Icon className={`${styles.icon} ${tone}`} aria-hidden />
      <div className={styles.words}>
        <h3 className={styles.title}>
          {title}
          <span className={`${styles.state} ${tone}`}>{t(`state.${step.state}`)}</span>
        </h3>
        <p className={styles.text}>{t(`step.${step.id}.text`)}</p>
        {step.seen ? <Seen seen={step.seen} /> : null}
      </div>
      <Button
        className={`${styles.go}`}
        size="small"
        appearance={isNext ? 'primary' : 'secondary'}
        aria-label={t('goOf', { go, step: title })}
        data-guide-go
        onClick={() => void goToPlace(step.place)}
      >
        {go}
      </Button>
    </li>
  )
}

function Seen({ seen: { code, params, at } }: { readonly seen: GuideSeen }) {
  const { t } = useTranslation('guide')
  return (
    <p className={styles.seen}>
      {t(`seen.${code}`, params)}
      {at === null ? null : (
        <>
          {' '}
          <LeadTime at={at} />
        </>
      )}
    </p>
  )
}
