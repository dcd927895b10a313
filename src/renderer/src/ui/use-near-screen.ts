import { type RefObject, useEffect, useRef, useState } from 'react'

/** Whether an element has come near the screen; once it has, it stays so. @param isNearFirst does not wait for it */
export function useNearScreen(isNearFirst: boolean): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const element = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(isNearFirst)
  useEffect(() => {
    if (isNear || !element.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setIsNear(true),
      { rootMargin: '200px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [isNear])
  return [element, isNear]
}
