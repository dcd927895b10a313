import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { InputOf } from '@shared/contract/command'
import type { EngineCommands } from '@shared/contract/engine-commands'
import { useEffect, useState } from 'react'
import { callEngine } from '../../state/bridge'

export type RequestCode =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly text: string }
  | { readonly state: 'failed'; readonly error: AppErrorData }

/** The engine's code for a request, asked anew when anything of the question changes. */
export function useRequestCode(question: InputOf<EngineCommands, 'request.code'>): RequestCode {
  const { request, nodeId, environmentId, language, withSecrets = false } = question
  const [code, setCode] = useState<RequestCode>({ state: 'waiting' })
  useEffect(() => {
    let isCurrent = true
    callEngine('request.code', { request, nodeId, environmentId, language, withSecrets }).then(
      (text) => isCurrent && setCode({ state: 'ready', text }),
      (error: unknown) => isCurrent && setCode({ state: 'failed', error: toErrorData(error) }),
    )
    return () => {
      isCurrent = false
    }
  }, [request, nodeId, environmentId, language, withSecrets])
  return code
}
