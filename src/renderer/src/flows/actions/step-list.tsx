import { type StepList as StepListPlace, stepsOf } from '@shared/flow/action-tree'
import { Fragment } from 'react'
import { InsertStep } from './insert-step'
import { StepCard } from './step-card'
import styles from './step-list.module.css'
import { useSteps } from './steps-context'

/** The cards of a list from top to bottom, joined by lines. @param list of which steps: the flow's, or a branch's */
export function StepList({ list, label }: { readonly list: StepListPlace; readonly label: string }) {
  const { actions } = useSteps()
  const steps = stepsOf(actions, list)
  return (
    <section className={styles.list} aria-label={label} data-place={list === null ? 'actions' : undefined}>
      {steps.map((action, index) => (
        <Fragment key={action.id}>
          {list !== null && index === 0 ? null : <InsertStep place={{ list, index }} isLast={false} />}
          <StepCard action={action} list={list} index={index} />
        </Fragment>
      ))}
      <InsertStep place={{ list, index: steps.length }} isLast />
    </section>
  )
}
