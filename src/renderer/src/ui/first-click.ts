import type { MouseEvent } from 'react'

/**
 * A click but for the second one of a double click: for buttons that begin something and become the button that ends
 * it, under the same pointer.
 */
export function onFirstClick(act: () => unknown): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) act()
  }
}
