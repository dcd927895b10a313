import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from 'react-resizable-panels'
import { useComposer } from '../../state/composer-store'
import { useSettings } from '../../state/settings-store'
import { useMediaQuery } from '../../styles/use-theme'
import { Split, SplitLine } from '../../ui/split'
import { AnswerPane } from '../answer/answer-pane'
import styles from '../composer-view.module.css'
import { keepSizes } from '../keep-sizes'

type RequestSplitProps = {
  readonly draftId: string
  /** The request's part of the split. */
  readonly children: ReactNode
}

/** The request and its answer, beside each other or one below the other. */
export function RequestSplit({ draftId, children }: RequestSplitProps) {
  const { t } = useTranslation('collections')
  const split = useComposer((state) => state.workspace.split)
  // Beside each other the two need room; a narrow window has it below only.
  const narrow = useMediaQuery('(width < 900px)')
  const stacked = split === 'rows' || narrow
  const name = stacked ? 'composerRows' : 'composerColumns'
  const sizes = useSettings((state) => state.settings.paneSizes[name])
  return (
    <Split
      key={name}
      orientation={stacked ? 'vertical' : 'horizontal'}
      defaultLayout={{ request: sizes?.[0] ?? (stacked ? 55 : 58), answer: sizes?.[1] ?? (stacked ? 45 : 42) }}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && keepSizes(name, layout)}
    >
      <Panel id="request" minSize={stacked ? 120 : 280}>
        <div className={styles.pane}>{children}</div>
      </Panel>
      <SplitLine label={t('answerSeparator')} />
      <Panel id="answer" minSize={stacked ? 80 : 240}>
        <div className={styles.pane}>
          <AnswerPane draftId={draftId} />
        </div>
      </Panel>
    </Split>
  )
}
