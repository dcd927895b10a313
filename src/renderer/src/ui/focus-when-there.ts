/** So long is waited for a view whose code is loaded with the first look at it. */
const waitMs = 5000

const focusable = 'button:not([disabled]), [contenteditable="true"], input:not([disabled]), a[href], [tabindex="0"]'

/**
 * Brings a place of a view that is just being shown into sight and gives it, or its first control, the focus as soon as
 * it is on the screen. Does nothing where it does not come.
 * @param selector of the place, usually its `data-place`
 */
export function focusWhenThere(selector: string): void {
  const tryIt = (): boolean => {
    const host = document.querySelector(selector)
    const control = host?.matches(focusable) ? host : host?.querySelector(focusable)
    if (!host || !(control instanceof HTMLElement)) return false
    host.scrollIntoView({ block: 'center' })
    control.focus()
    return true
  }
  // The view changes with the next paint; what is there now may be about to go.
  requestAnimationFrame(() => {
    if (tryIt()) return
    const observer = new MutationObserver(() => {
      if (tryIt()) end()
    })
    const timer = setTimeout(() => end(), waitMs)
    const end = (): void => {
      observer.disconnect()
      clearTimeout(timer)
    }
    observer.observe(document.body, { childList: true, subtree: true })
  })
}
