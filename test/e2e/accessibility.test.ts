import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { leadBody, openLead, openTab, pane, rowOf, rows } from '../helpers/inbox'
import { post } from '../helpers/post'

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${theme}`, { timeout: 240_000 }, async () => {
    const { window: page, flowUrl } = await launchApp({ settings: { theme } })
    const found: string[] = []
    const check = async (where: string) => {
      found.push(...(await seriousViolations(page)).map((violation) => `${where}: ${violation}`))
    }

    await expect.poll(() => page.getByRole('button', { name: 'Copy URL' }).count()).toBe(2)
    await check('first run')

    await post(flowUrl, leadBody())
    await post(flowUrl, leadBody({ Phone: null, Extra: 'more', Country: '' }))
    await post(flowUrl.slice(0, flowUrl.indexOf('&sig=')), leadBody())
    await expect.poll(() => rows(page).count()).toBe(3)
    await check('inbox without a chosen lead')
    await openLead(page, 'No match')
    for (const tab of ['Lead', 'JSON', 'Raw', 'Headers', 'Validation', 'Answer', 'Timing', 'Note']) {
      const panel = await openTab(page, tab)
      if (tab === 'JSON' || tab === 'Raw') await expect.poll(() => panel.locator('.cm-line').count()).toBeGreaterThan(0)
      await check(`tab ${tab}`)
    }
    await (await openTab(page, 'Raw')).getByRole('tab', { name: 'Hex' }).click()
    await check('hex')
    await openLead(page, 'Unmatched')
    await openTab(page, 'Lead')
    await check('unmatched')
    await rowOf(page, 'No match').click({ modifiers: ['Control'] })
    await expect.poll(() => page.getByText('2 leads chosen').count()).toBe(1)
    await check('two chosen')
    await pane(page).getByRole('button', { name: 'Compare the two' }).click()
    await expect.poll(() => pane(page).getByRole('region', { name: 'Two leads compared' }).count()).toBe(1)
    await check('compared')

    const bar = page.getByRole('region', { name: "The flow's address" })
    await bar.getByRole('button', { name: /^Flow Default/ }).click()
    await check('flow options')
    await page.keyboard.press('Escape')
    await bar.getByRole('button', { name: 'Tunnel' }).click()
    await check('tunnel')
    await page.keyboard.press('Escape')
    await bar.getByRole('button', { name: 'More samples' }).click()
    await check('samples')
    await page.keyboard.press('Escape')
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Verdict' }).click()
    await check('filter menu')
    await page.getByRole('menuitemcheckbox').first().click()
    await page.keyboard.press('Escape')
    await check('filtered')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.locator('footer button').click()
    await check('receiver')
    await page.keyboard.press('Escape')

    for (const [keys, name] of [
      ['Control+k', 'Commands and leads'],
      ['Control+/', 'Keyboard shortcuts'],
      ['Control+e', 'Export leads'],
    ] as const) {
      await page.keyboard.press(keys)
      await expect.poll(() => page.getByRole('dialog', { name }).count()).toBe(1)
      await check(name)
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    }
    await page.keyboard.press('Control+,')
    await expect.poll(() => page.getByRole('heading', { level: 1, name: 'Settings' }).count()).toBe(1)
    await check('settings')
    await page.getByRole('radio', { name: 'Every computer in your network' }).click()
    await expect.poll(() => page.getByRole('alertdialog').or(page.getByRole('dialog')).count()).toBe(1)
    await check('question before listening to the network')
    expect(found).toEqual([])
  })
}

/** Serious and critical findings, each with the elements that it is about. */
async function seriousViolations(page: Page): Promise<readonly string[]> {
  // Colours are judged once they stand still.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  )
  // Without legacy mode axe opens a second page, which this window refuses.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // Stops of Fluent's focus keeper (Tabster) that hand the focus on at once: hidden, but meant to take it.
    .exclude('[data-tabster-dummy]')
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id} ${nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`).join(' | ')}`,
    )
}
