import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Radio,
  RadioGroup,
  SearchBox,
} from '@fluentui/react-components'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { HistoryEntry, HistorySummary } from '@shared/history/history'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../inbox/detail/duration'
import { callEngine } from '../../state/bridge'
import { openTab } from '../../state/composer-store'
import { useHistory } from '../../state/history-store'
import { useView } from '../../state/view-store'
import { ErrorBar } from '../../ui/error-text'
import { LeadTime } from '../../ui/lead-time'
import { useReturnFocus } from '../../ui/use-return-focus'
import { VisibleText } from '../../ui/visible-text'
import { failureKind } from '../answer/intent'
import styles from './compare-with-dialog.module.css'

const offered = 50

/** Asks with which earlier answer to compare, and shows both in the history. */
export function CompareWithDialog({ entry, onClose }: { readonly entry: HistoryEntry; readonly onClose: () => void }) {
  const { t } = useTranslation(['history', 'common', 'answer'])
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly HistorySummary[] | null>(null)
  const [error, setError] = useState<AppErrorData | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  useReturnFocus()
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      callEngine('history.page', { query: { text, state: 'all' }, before: null, limit: offered + 1 }).then(
        (page) => isCurrent && setFound(page.filter(({ id }) => id !== entry.id).slice(0, offered)),
        (failure: unknown) => isCurrent && setError(toErrorData(failure)),
      )
    }, 150)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text, entry.id])
  const selected = chosen ?? found?.[0]?.id ?? null

  const compare = () => {
    if (selected === null) return
    const pair = selected < entry.id ? ([selected, entry.id] as const) : ([entry.id, selected] as const)
    onClose()
    openTab('history')
    useHistory.setState({ selected: new Set(pair), focusedId: entry.id, comparing: pair })
    useView.getState().show('composer')
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('history:compareWith.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <SearchBox
              autoFocus
              aria-label={t('history:search')}
              placeholder={t('history:search')}
              maxLength={500}
              value={text}
              onChange={(_, { value }) => {
                setText(value)
                setChosen(null)
              }}
            />
            {error ? <ErrorBar error={error} /> : null}
            {found?.length === 0 ? <p className={styles.note}>{t('history:compareWith.none')}</p> : null}
            <RadioGroup
              className={styles.list}
              aria-label={t('history:compareWith.list')}
              value={selected === null ? '' : String(selected)}
              onChange={(_, { value }) => setChosen(Number(value))}
            >
              {(found ?? []).map((one) => (
                <Radio
                  key={one.id}
                  value={String(one.id)}
                  label={
                    <span className={styles.option}>
                      <strong>{one.status ?? t(`answer:failure.${failureKind(one.failure)}`)}</strong>
                      <span className={styles.name}>
                        <VisibleText text={one.name} light maxLength={120} />
                      </span>
                      <span className={styles.where}>
                        <VisibleText text={`${one.method} ${one.url}`} light maxLength={160} />
                      </span>
                      <span className={styles.time}>
                        <LeadTime at={one.sentAt} withDate /> · {formatDuration(one.durationMs)}
                      </span>
                    </span>
                  }
                />
              ))}
            </RadioGroup>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button appearance="primary" disabled={selected === null} onClick={compare}>
              {t('history:act.compare')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
