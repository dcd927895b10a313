/** Where a menu that the keyboard asked for opens: under the element, in px of the window. */
export function pointOf(target: EventTarget | null): { readonly x: number; readonly y: number } {
  const box = target instanceof Element ? target.getBoundingClientRect() : new DOMRect()
  return { x: box.left + 8, y: box.bottom }
}
