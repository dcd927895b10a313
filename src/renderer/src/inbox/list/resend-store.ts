import { create } from 'zustand'

/** Whether the dialog that sends the chosen leads again is open; asked for from the list, its menu and the detail. */
export const useResend = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }))

export function openResend(): void {
  useResend.setState({ isOpen: true })
}

export function closeResend(): void {
  useResend.setState({ isOpen: false })
}
