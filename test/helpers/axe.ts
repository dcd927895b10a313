import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Serious and critical findings of the page, each with the elements that it is about. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Colours are judged once they stand still. The cursor of an editor blinks for ever.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  )
  // Without legacy mode axe opens a second page, which this window refuses.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // Stops of Fluent's focus keeper (Tabster) that hand the focus on at once: hidden, but meant to take it.
    .exclude('[data-tabster-dummy]')
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ target, html }) => `${target.join(' ')} ${html}`).join(' | ')}`)
}
