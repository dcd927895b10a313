/**
 * To be called before a step goes: gives the focus to the step below it, or above, or to *New step*, after the next
 * paint.
 */
export function focusBesideStep(name: string): void {
  const card = document.querySelector(`[data-step="${CSS.escape(name)}"]`)
  const siblings = [...(card?.parentElement?.children ?? [])]
  const steps = siblings.filter((sibling) => sibling.hasAttribute('data-step'))
  const at = card ? steps.indexOf(card) : -1
  const beside = steps[at + 1] ?? steps[at - 1] ?? siblings.at(-1)
  const target = beside?.querySelector('button')
  requestAnimationFrame(() => requestAnimationFrame(() => target?.focus()))
}

/** To be called when a step has been added: gives the focus to its card, after the next paint. */
export function focusNewStep(name: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-step="${CSS.escape(name)}"] button[aria-expanded]`)?.focus(),
    ),
  )
}
