import { Button, Popover, PopoverSurface, PopoverTrigger, Spinner } from '@fluentui/react-components'
import { ArrowClockwiseRegular, ChevronDownRegular } from '@fluentui/react-icons'
import { type GalleryEntry, galleryGroups } from '@shared/lead/sample-gallery'
import { buildSample } from '@shared/lead/samples'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import styles from './sample-gallery.module.css'
import { type ListGroup, SearchableList } from './searchable-list'

type SampleGalleryProps = {
  /** Replaces the body; it can be undone. */
  readonly onChoose: (text: string) => void
}

/** The sample leads, in groups, with search and a preview. */
export function SampleGallery({ onChoose }: SampleGalleryProps) {
  const { t } = useTranslation('body')
  const [isOpen, setIsOpen] = useState(false)
  const choose = (text: string) => {
    setIsOpen(false)
    onChoose(text)
  }
  return (
    <Popover
      trapFocus
      open={isOpen}
      onOpenChange={(_, { open }) => setIsOpen(open)}
      positioning={{ position: 'below', align: 'start', shiftToCoverTarget: true, overflowBoundaryPadding: 8 }}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" icon={<ChevronDownRegular />} iconPosition="after">
          {t('samples.button')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface ?? ''} aria-label={t('samples.title')}>
        <Gallery onChoose={choose} />
      </PopoverSurface>
    </Popover>
  )
}

function Gallery({ onChoose }: SampleGalleryProps) {
  const { t } = useTranslation('body')
  const groups = useGroups()
  const [activeId, setActiveId] = useState<string | null>(null)
  const entry = entries.get(activeId ?? '') ?? null
  const sample = useSampleText(entry)
  const choose = useCallback(
    (id: string) => {
      const chosen = entries.get(id)
      // What the preview shows is what is taken.
      if (sample.state === 'ready' && id === activeId) onChoose(sample.text)
      else if (chosen) void sampleText(chosen).then(onChoose)
    },
    [sample, activeId, onChoose],
  )
  return (
    <div className={styles.gallery}>
      <SearchableList
        label={t('samples.title')}
        searchLabel={t('samples.search')}
        groups={groups}
        onActive={setActiveId}
        onChoose={choose}
      />
      <div className={styles.preview}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long preview is scrolled with the keyboard */}
        <div className={styles.text} role="document" aria-label={t('samples.preview')} tabIndex={0}>
          {sample.state === 'making' ? <Spinner size="tiny" label={t('samples.making')} /> : null}
          {sample.state === 'failed' ? <p>{t('samples.failed')}</p> : null}
          {sample.state === 'ready' ? <VisibleText text={sample.text} multiline light maxLength={20_000} /> : null}
        </div>
        <p className={styles.hint}>{t('samples.replaces')}</p>
        <div className={styles.actions}>
          {entry?.kind === 'realistic' ? (
            <Button size="small" icon={<ArrowClockwiseRegular />} onClick={sample.again}>
              {t('samples.again')}
            </Button>
          ) : null}
          <Button
            size="small"
            appearance="primary"
            disabled={sample.state !== 'ready'}
            onClick={() => sample.state === 'ready' && onChoose(sample.text)}
          >
            {t('samples.use')}
          </Button>
        </div>
      </div>
    </div>
  )
}

function keyOf({ kind, id }: GalleryEntry): string {
  return `${kind}-${id}`
}

const entries = new Map(galleryGroups.flatMap((group) => group.entries.map((entry) => [keyOf(entry), entry] as const)))

function useGroups(): readonly ListGroup[] {
  const { t } = useTranslation(['body', 'lead'])
  return useMemo(
    () =>
      galleryGroups.map((group) => ({
        id: group.id,
        label: t(`body:samples.group.${group.id}`),
        items: group.entries.map((entry) =>
          entry.kind === 'sample'
            ? { id: keyOf(entry), label: t(`lead:sample.${entry.id}.label`), detail: t(`lead:sample.${entry.id}.hint`) }
            : {
                id: keyOf(entry),
                label: t(`body:samples.language.${entry.id}`),
                detail: t('body:samples.realisticHint'),
              },
        ),
      })),
    [t],
  )
}

async function sampleText(entry: GalleryEntry): Promise<string> {
  if (entry.kind === 'sample') return new TextDecoder().decode(buildSample(entry.id).body)
  const { realisticLead } = await import('./realistic-lead')
  return realisticLead(entry.id)
}

type SampleText = { readonly state: 'none' | 'making' | 'failed' } | { readonly state: 'ready'; readonly text: string }

/** The text of a sample; `again` makes another one. What was made for another entry is never given. */
function useSampleText(entry: GalleryEntry | null): SampleText & { readonly again: () => void } {
  const [made, setMade] = useState<{ readonly key: string; readonly text: string | null } | null>(null)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round makes a new lead
  useEffect(() => {
    if (!entry) return
    let current = true
    const key = keyOf(entry)
    sampleText(entry).then(
      (text) => current && setMade({ key, text }),
      () => current && setMade({ key, text: null }),
    )
    return () => {
      current = false
    }
  }, [entry, round])
  const again = () => setRound((before) => before + 1)
  if (!entry) return { state: 'none', again }
  if (made?.key !== keyOf(entry)) return { state: 'making', again }
  return made.text === null ? { state: 'failed', again } : { state: 'ready', text: made.text, again }
}
