import { ownFlowTrouble } from '@shared/partner-center/own-flow-trouble'
import { useTranslation } from 'react-i18next'
import { IntentIcon } from '../composer/answer/intent-icon'
import { VisibleText } from '../ui/visible-text'
import lines from './lines.module.css'
import { useOwnFlow } from './use-own-flow'

/** Where a URL leads, and what keeps a flow of ours from taking leads over it. */
export function OwnFlowLine({ url }: { readonly url: string }) {
  const { t } = useTranslation('partner')
  const flow = useOwnFlow(url)
  const trouble = flow && ownFlowTrouble(url, flow)
  const words = { flow: flow?.name ?? '', method: flow?.method ?? '' }
  const text = trouble ? t(`ownFlow.${trouble}`, words) : t(flow ? 'connection.isFlow' : 'connection.isForeign', words)
  return (
    <span className={lines.remark}>
      {trouble ? <IntentIcon intent="warning" /> : null}
      <VisibleText text={text} light />
    </span>
  )
}
