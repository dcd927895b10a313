/** Gives the focus to the chosen flow in the list, after the next paint. */
export function focusChosenFlow(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-flow][aria-current]')?.focus()),
  )
}
