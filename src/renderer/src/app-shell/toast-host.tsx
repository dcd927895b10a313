import {
  Button,
  Link,
  ProgressBar,
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  ToastTitle,
  ToastTrigger,
  useFocusableGroup,
  useId,
  useToastController,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { closeToast, useToasts } from '../state/toast-store'
import { ErrorText } from '../ui/error-text'
import { VisibleText } from '../ui/visible-text'
import { useFocusAfterToasts } from './use-focus-after-toasts'

/** Shows the toasts of the store. */
export function ToastHost() {
  const toasterId = useId('toaster')
  const { dispatchToast, dismissToast } = useToastController(toasterId)
  const toasts = useToasts((state) => state.toasts)
  const shown = useRef(new Set<string>())
  const open = useOpenGroup()
  const giveFocusBack = useFocusAfterToasts()
  useEffect(() => {
    for (const toast of toasts) {
      if (shown.current.has(toast.id)) continue
      shown.current.add(toast.id)
      dispatchToast(<ToastContent id={toast.id} />, {
        toastId: toast.id,
        intent: toast.intent,
        timeout: toast.lastsMs ?? -1,
        pauseOnHover: true,
        // Its buttons are stops of the Tab key, not the whole of it: Shift+Tab would go round in it.
        root: { tabIndex: -1 },
        onStatusChange: (_, { status }) => {
          if (status === 'dismissed' || status === 'unmounted') closeToast(toast.id)
          if (status === 'unmounted') giveFocusBack()
        },
      })
    }
    for (const id of shown.current) {
      if (toasts.some((toast) => toast.id === id)) continue
      shown.current.delete(id)
      dismissToast(id)
    }
  }, [toasts, dispatchToast, dismissToast, giveFocusBack])
  // Above the status bar, which must stay readable.
  return (
    <Toaster
      {...open}
      toasterId={toasterId}
      position="bottom-end"
      limit={4}
      offset={{ vertical: 36, horizontal: 16 }}
    />
  )
}

function ToastContent({ id }: { readonly id: string }) {
  const { t } = useTranslation('common')
  const toast = useToasts((state) => state.toasts.find((candidate) => candidate.id === id))
  const open = useOpenGroup()
  const content = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    // Fluent gives no other way to set this for the frame of a toast.
    const frame = content.current?.closest('[role="listitem"]')
    for (const [name, value] of Object.entries(open)) if (value !== undefined) frame?.setAttribute(name, value)
  }, [open])
  // A toast that is on its way out keeps what it said.
  const last = useRef(toast)
  if (toast) last.current = toast
  const shown = toast ?? last.current
  if (!shown) return null
  const { action, progress } = shown
  return (
    <Toast>
      <ToastTitle
        action={
          <ToastTrigger>
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label={t('close')}
              onClick={() => closeToast(id)}
            />
          </ToastTrigger>
        }
      >
        <span ref={content}>
          <VisibleText text={shown.title} light maxLength={300} />
        </span>
      </ToastTitle>
      {shown.body || shown.error || progress ? (
        <ToastBody>
          {shown.body ? <VisibleText text={shown.body} light multiline maxLength={1000} /> : null}
          {shown.error ? <ErrorText error={shown.error} /> : null}
          {progress ? (
            <ProgressBar
              aria-label={shown.title}
              {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
            />
          ) : null}
        </ToastBody>
      ) : null}
      {action ? (
        <ToastFooter>
          <Link as="button" onClick={action.run}>
            {action.label}
          </Link>
        </ToastFooter>
      ) : null}
    </Toast>
  )
}

/** Fluent keeps Tab in its toasts until Escape closes them; here it goes through them like through everything else. */
function useOpenGroup(): ReturnType<typeof useFocusableGroup> {
  return useFocusableGroup({ tabBehavior: 'unlimited', ignoreDefaultKeydown: { Escape: true } })
}
