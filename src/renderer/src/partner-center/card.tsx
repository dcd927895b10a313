import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

type CardProps = {
  readonly title: string
  readonly intro: string
  /** Where other views lead to, see `focusWhenThere`. */
  readonly place: string
  /** The card's deed, at the right of its title. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** One of the three things that are done with an offer. */
export function Card({ title, intro, place, action, children }: CardProps) {
  const headingId = useId()
  return (
    <section className={styles.card} data-place={place} aria-labelledby={headingId}>
      <div className={styles.cardHead}>
        <div>
          <h2 id={headingId}>{title}</h2>
          <p className={styles.intro}>{intro}</p>
        </div>
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
      {children}
    </section>
  )
}
