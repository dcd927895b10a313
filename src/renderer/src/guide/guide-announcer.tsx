import type { GuideState, GuideStepId } from '@shared/guide/guide-steps'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type GuideAnnouncerProps = { readonly state: GuideState; readonly followedId: string | null }

/** Says politely which step has just become done; another flow's steps are no news. */
export function GuideAnnouncer({ state, followedId }: GuideAnnouncerProps) {
  const { t } = useTranslation('guide')
  const [spoken, setSpoken] = useState('')
  const before = useRef<{ readonly followedId: string | null; readonly done: ReadonlySet<GuideStepId> }>(undefined)
  useEffect(() => {
    const done = new Set(
      state.groups.flatMap(({ steps }) => steps.flatMap((step) => (step.state === 'done' ? step.id : []))),
    )
    const known = before.current
    before.current = { followedId, done }
    // The first flow that is made is news itself.
    if (known === undefined || (known.followedId !== null && known.followedId !== followedId)) return
    const added = [...done].filter((id) => !known.done.has(id))
    if (added.length > 0) setSpoken(added.map((id) => t('stepDone', { step: t(`step.${id}.title`) })).join(' '))
  }, [state, followedId, t])
  return (
    <div className="visually-hidden" role="status">
      {spoken}
    </div>
  )
}
