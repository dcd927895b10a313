import { create } from 'zustand'

export const views = ['inbox', 'composer', 'flows', 'partner-center', 'guide', 'settings'] as const
export type View = (typeof views)[number]

/** Which view is shown, and which of the frame's dialogs is open. */
export const useView = create<{
  readonly view: View
  readonly dialog: 'palette' | 'shortcuts' | 'about' | 'tunnel' | null
  readonly show: (view: View) => void
  readonly open: (dialog: 'palette' | 'shortcuts' | 'about' | 'tunnel' | null) => void
}>((set) => ({
  view: 'inbox',
  dialog: null,
  show: (view) => set({ view, dialog: null }),
  open: (dialog) => set({ dialog }),
}))
