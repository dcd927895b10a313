import type { Answer } from '@shared/answer/answer'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import { useEffect, useState } from 'react'
import { callEngine } from '../../state/bridge'
import { partRange, partText } from './body-parts'

type BodyPart =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly text: string }
  | { readonly state: 'failed'; readonly error: AppErrorData }

const loading: BodyPart = { state: 'loading' }

/** A part of an answer's text: the first came with the answer, the others are asked for when they are looked at. */
export function useBodyPart(entryId: number, part: number, answer: Answer, charset: string): BodyPart {
  const [read, setRead] = useState<{ readonly part: number; readonly outcome: BodyPart } | null>(null)
  const { bodySize } = answer
  useEffect(() => {
    if (part === 0) return
    let isCurrent = true
    const range = partRange(part, bodySize)
    callEngine('history.body', { id: entryId, ...range }).then(
      (bytes) => {
        if (!isCurrent) return
        const text = partText(bytes, charset, range.offset + range.length >= bodySize)
        setRead({ part, outcome: { state: 'ready', text } })
      },
      (error: unknown) => {
        if (isCurrent) setRead({ part, outcome: { state: 'failed', error: toErrorData(error) } })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [entryId, part, bodySize, charset])
  if (part === 0) return { state: 'ready', text: answer.bodyText ?? '' }
  return read?.part === part ? read.outcome : loading
}
