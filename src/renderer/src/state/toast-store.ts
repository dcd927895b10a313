import { type AppErrorData, toErrorData } from '@shared/app-error'
import { create } from 'zustand'

/** A short message over the window, for what has no place of its own. Texts are already translated. */
export type AppToast = {
  readonly id: string
  readonly intent: 'success' | 'info' | 'warning' | 'error'
  readonly title: string
  readonly body?: string | undefined
  /** An error to be explained in place of a body. */
  readonly error?: AppErrorData | undefined
  /** Shows a bar; a total of 0 means that the end is not known. */
  readonly progress?: { readonly done: number; readonly total: number } | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /** Milliseconds until it goes by itself; null: it stays until it is closed. */
  readonly lastsMs: number | null
}

export const useToasts = create<{ readonly toasts: readonly AppToast[] }>(() => ({ toasts: [] }))

let lastToast = 0

/** Shows a toast (for five seconds unless told otherwise) and gives its id. */
export function showToast(toast: Omit<AppToast, 'id' | 'lastsMs'> & { readonly lastsMs?: number | null }): string {
  const id = `toast-${++lastToast}`
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { lastsMs: 5000, ...toast, id }] }))
  return id
}

/** Explains a failure that has no place of its own; it stays until it is closed. */
export function showErrorToast(title: string, error: unknown): string {
  return showToast({ intent: 'error', title, error: toErrorData(error), lastsMs: null })
}

export function updateToast(id: string, changes: Partial<Omit<AppToast, 'id'>>): void {
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.map((toast) => (toast.id === id ? { ...toast, ...changes } : toast)),
  }))
}

export function closeToast(id: string): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}
