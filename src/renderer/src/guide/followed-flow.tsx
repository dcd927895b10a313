import { Select } from '@fluentui/react-components'
import type { GuideFlow } from '@shared/guide/guide-facts'
import { visibleString } from '@shared/text/visible-string'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { presentFlows } from '../state/chosen-flow'
import { useEngine } from '../state/engine-store'
import { followFlowInGuide, useGuide } from '../state/guide-store'
import styles from './guide-view.module.css'

/** Which flow the guide follows: the newest of the user's own, unless another is chosen. */
export function FollowedFlow({ followed }: { readonly followed: GuideFlow | null }) {
  const { t } = useTranslation('guide')
  const id = useId()
  const flows = useEngine((state) => state.hydration?.flows)
  const chosenId = useGuide((state) => state.followedId)
  // A chosen flow that was deleted is followed no more.
  const value = followed !== null && followed.id === chosenId ? chosenId : ''
  return (
    <div className={styles.follow}>
      <label htmlFor={id}>{t('follow.label')}</label>
      <Select
        id={id}
        className={`${styles.flows}`}
        size="small"
        value={value}
        onChange={(_, data) => followFlowInGuide(data.value === '' ? null : data.value)}
      >
        <option value="">
          {followed === null
            ? t('follow.none')
            : value === ''
              ? t('follow.newestNamed', { flow: visibleString(followed.name) })
              : t('follow.newest')}
        </option>
        {presentFlows(flows ?? []).map((flow) => (
          <option key={flow.id} value={flow.id}>
            {visibleString(flow.name)}
          </option>
        ))}
      </Select>
    </div>
  )
}
