import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../ui/segmented'
import { RunHistory } from './run-history'

/** The run history of a flow, with the way to the runs of all flows. */
export function FlowRuns({ flowId }: { readonly flowId: string }) {
  const { t } = useTranslation('flowRuns')
  const [scope, setScope] = useState<'flow' | 'all'>('flow')
  return (
    <RunHistory
      key={scope}
      flowId={scope === 'flow' ? flowId : null}
      scope={
        <Segmented
          label={t('scope')}
          options={[
            { value: 'flow', label: t('scopeOf.flow') },
            { value: 'all', label: t('scopeOf.all') },
          ]}
          value={scope}
          onChange={setScope}
        />
      }
    />
  )
}
