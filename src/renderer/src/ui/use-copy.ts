import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callShell } from '../state/bridge'
import { showErrorToast } from '../state/toast-store'

/** Copies text through the shell; `copied` is true for two seconds afterwards. Failures are shown as a toast. */
export function useCopy(): { readonly copied: boolean; readonly copy: (text: string) => Promise<boolean> } {
  const { t } = useTranslation('common')
  const [copied, setCopied] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const copy = useCallback(
    async (text: string) => {
      try {
        await callShell('clipboard.write', { text })
      } catch (error) {
        showErrorToast(t('copyFailed'), error)
        return false
      }
      setCopied(true)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setCopied(false), 2000)
      return true
    },
    [t],
  )
  return { copied, copy }
}
