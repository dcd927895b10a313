import { Button } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hexRow, hexRowBytes, offsetDigits } from './hex-rows'
import styles from './hex-view.module.css'
import { type BodySource, useBodyPieces } from './use-body-pieces'

const rowHeight = 20
/** Bytes scrolled through at a time: a browser's element cannot be taller than some 33 million px. */
const sectionBytes = 8 * 1024 * 1024

/** The body's bytes in rows; only those on the screen are drawn, and only their pieces are asked for. */
export function HexView({ source }: { readonly source: BodySource }) {
  const { t } = useTranslation('detail')
  const { bytesAt, knownSize } = useBodyPieces(source)
  const [section, setSection] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const sections = Math.max(1, Math.ceil(knownSize / sectionBytes))
  const start = Math.min(section, sections - 1) * sectionBytes
  const size = Math.min(sectionBytes, knownSize - start)
  const rowBytes = hexRowBytes(useWidth(scroller))
  const rows = useVirtualizer({
    count: Math.ceil(size / rowBytes),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const digits = offsetDigits(knownSize)
  const go = (to: number) => {
    setSection(to)
    rows.scrollToOffset(0)
  }
  return (
    <div className={styles.view}>
      {sections > 1 ? (
        <div className={styles.sections}>
          <Button
            size="small"
            appearance="subtle"
            icon={<ChevronLeftRegular />}
            aria-label={t('raw.previousPart')}
            disabled={start === 0}
            onClick={() => go(section - 1)}
          />
          {t('raw.part', { part: start / sectionBytes + 1, parts: sections })}
          <Button
            size="small"
            appearance="subtle"
            icon={<ChevronRightRegular />}
            aria-label={t('raw.nextPart')}
            disabled={start + sectionBytes >= knownSize}
            onClick={() => go(section + 1)}
          />
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={t('raw.hexLabel')}>
        <div className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start: top }) => {
            const offset = start + index * rowBytes
            const length = Math.min(rowBytes, knownSize - offset)
            const row = hexRow(bytesAt(offset, length), offset, length, digits, rowBytes)
            return (
              <div key={index} className={styles.row} style={{ transform: `translateY(${top}px)` }}>
                <span className={styles.offset}>{row.offset}</span>
                <span>{row.hex}</span>
                <span className={styles.text}>{row.text}</span>
              </div>
            )
          })}
        </div>
      </section>
    </div>
  )
}

/** The width of an element in px, kept true; 0 before it is measured. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
