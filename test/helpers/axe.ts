import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What differs from one theme to the other: in the dark only the colours are looked at again. */
export function rulesOf(theme: 'light' | 'dark'): readonly string[] {
  return theme === 'dark' ? ['color-contrast'] : []
}

/** Serious and critical findings, each with the elements that it is about. @param rules only these; all of them without any */
export async function seriousViolations(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  // Colours are judged once they stand still: what moves has come to its end, and what begins to move is there at once,
  // such as a toast that goes. The cursor of an editor blinks for ever.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    return Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)))
  })
  // Without legacy mode axe opens a second page, which this window refuses.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    // Stops of Fluent's focus keeper (Tabster) that hand the focus on at once: hidden, but meant to take it.
    .exclude('[data-tabster-dummy]')
  if (rules.length > 0) axe.withRules([...rules])
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id} ${nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`).join(' | ')}`,
    )
}
