import { MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import type { Answer } from '@shared/answer/answer'
import type { HistoryEntry } from '@shared/history/history'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { VisibleText } from '../../ui/visible-text'
import styles from './answer-body-tab.module.css'
import { type BodyKind, mediaType } from './body-kind'
import { htmlText } from './html-text'

/** Larger pictures are for a picture viewer. */
const pictureLimit = 10_000_000
const pieceBytes = 1_048_576
const shownCharacters = 100_000

type BodyPreviewProps = { readonly entry: HistoryEntry; readonly answer: Answer; readonly kind: BodyKind }

/** The body as its reader would see it: a picture, or the words of a page. Nothing in it is run or fetched. */
export function BodyPreview({ entry, answer, kind }: BodyPreviewProps) {
  const { t } = useTranslation('answer')
  const words = useMemo(() => (kind === 'html' ? htmlText(answer.bodyText ?? '') : ''), [kind, answer.bodyText])
  if (kind === 'image') return <Picture key={entry.id} entry={entry} answer={answer} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.preview} tabIndex={0} aria-label={t('body.preview')}>
      <Notice text={t('body.htmlAsText')} />
      <VisibleText text={words} multiline light maxLength={shownCharacters} />
    </section>
  )
}

type PictureState = { readonly state: 'loading' | 'broken' } | { readonly state: 'ready'; readonly url: string }

function Picture({ entry, answer }: { readonly entry: HistoryEntry; readonly answer: Answer }) {
  const { t } = useTranslation('answer')
  const [picture, setPicture] = useState<PictureState>({ state: 'loading' })
  const type = mediaType(answer)
  const isTooLarge = answer.bodySize > pictureLimit
  useEffect(() => {
    if (isTooLarge) return
    let isCurrent = true
    readPicture(entry.id, answer.bodySize, type).then(
      (url) => isCurrent && setPicture({ state: 'ready', url }),
      () => isCurrent && setPicture({ state: 'broken' }),
    )
    return () => {
      isCurrent = false
    }
  }, [entry.id, answer.bodySize, type, isTooLarge])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.preview} tabIndex={0} aria-label={t('body.preview')}>
      {isTooLarge ? <Notice text={t('body.pictureTooLarge')} /> : null}
      {picture.state === 'broken' ? <Notice text={t('body.pictureBroken')} /> : null}
      {picture.state === 'loading' && !isTooLarge ? <Spinner size="small" label={t('body.loading')} /> : null}
      {picture.state === 'ready' ? (
        <img src={picture.url} alt={t('body.picture', { type })} onError={() => setPicture({ state: 'broken' })} />
      ) : null}
    </section>
  )
}

function Notice({ text }: { readonly text: string }) {
  return (
    <MessageBar intent="info" layout="multiline" style={{ marginBottom: 8 }}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  )
}

/** The whole picture as a `data:` address: the window loads nothing from anywhere else. */
async function readPicture(id: number, size: number, type: string): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let offset = 0; offset < size; offset += pieceBytes) {
    const bytes = await callEngine('history.body', { id, offset, length: Math.min(pieceBytes, size - offset) })
    pieces.push(new Uint8Array(bytes))
  }
  const reader = new FileReader()
  return new Promise((resolve, reject) => {
    reader.onload = () => (typeof reader.result === 'string' ? resolve(reader.result) : reject(new Error('no text')))
    reader.onerror = () => reject(reader.error ?? new Error('not read'))
    reader.readAsDataURL(new Blob(pieces, { type }))
  })
}
