import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { rulesOf, seriousViolations } from '../helpers/axe'
import {
  answerLine,
  answerPane,
  answerPart,
  bodyField,
  newRequest,
  openComposer,
  openRequest,
  requestPane,
  requestParts,
  treeRow,
} from '../helpers/composer'
import { leadBody, openLead, openTab, pane, rowOf, rows } from '../helpers/inbox'
import { post } from '../helpers/post'

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${theme}`, { timeout: 240_000 }, async () => {
    const { window: page, flowUrl } = await launchApp({ settings: { theme } })
    const found: string[] = []
    const check = async (where: string) => {
      found.push(...(await seriousViolations(page, rulesOf(theme))).map((violation) => `${where}: ${violation}`))
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
      ['Control+k', 'Commands, flows, requests and leads'],
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

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the composer, ${theme}`, { timeout: 240_000 }, async () => {
    const { window: page, app, flowUrl } = await launchApp({ settings: { theme } })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const found: string[] = []
    const check = async (where: string) => {
      found.push(...(await seriousViolations(page, rulesOf(theme))).map((violation) => `${where}: ${violation}`))
    }
    const checkDialog = async (name: string | RegExp) => {
      await expect.poll(() => page.getByRole('dialog', { name }).count()).toBe(1)
      await check(`${name}`)
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    }
    const request = requestParts(page)

    await openComposer(page)
    await check('composer without a tab')
    await openRequest(page, 'Test my flow')
    await check('a request with its body as JSON')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => answerLine(page), { timeout: 10_000 }).toContain('202 Accepted')
    for (const part of ['Explained', 'Body', 'Headers', 'Checks', 'Timing', 'Connection', 'Sent']) {
      await answerPart(page, part)
      await check(`answer, ${part}`)
    }
    for (const tab of ['Params', 'Headers', 'Auth', 'Checks', 'Settings', 'Description', 'Body']) {
      await request.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      await check(`request, ${tab}`)
    }
    await page.getByRole('toolbar', { name: 'Body' }).getByText('Lead form').click()
    await expect.poll(() => request.getByLabel('First name').count()).toBeGreaterThan(0)
    await check('lead form')
    await request.getByRole('button', { name: 'Samples' }).click()
    await checkDialog('Sample leads')
    await requestPane(page).getByRole('button', { name: 'More ways to send' }).click()
    await check('ways to send')
    await page.getByRole('menuitem', { name: 'Show as code' }).click()
    await checkDialog('Request as code')

    // A request with something to mend, and an answer that explains a failure.
    await newRequest(app, page, flowUrl.slice(0, flowUrl.indexOf('&sig=')).replace('&', '&amp;'))
    await bodyField(page).click()
    await page.keyboard.insertText('{"UserDetails":{"FirstName":1},}')
    await requestPane(page).getByRole('button', { name: 'Details' }).click()
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => answerPane(page).getByRole('tab').count(), { timeout: 10_000 }).toBeGreaterThan(3)
    await check('findings and a failure')
    await page.keyboard.press('Control+s')
    await checkDialog('Save request')
    await page.keyboard.press('Control+w')
    await expect.poll(() => page.getByRole('alertdialog').count()).toBe(1)
    await check('question before closing')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0)

    await page.keyboard.press('Control+o')
    await checkDialog('Import')
    await page.getByRole('button', { name: /^Environment: / }).click()
    await check('choice of environments')
    await page.getByRole('menuitem', { name: /^Manage environments/ }).click()
    await checkDialog('Environments')
    await treeRow(page, 'Articles').click({ button: 'right' })
    await check('menu of the tree')
    await page.getByRole('menuitem', { name: /^Description and settings/ }).click()
    for (const tab of ['Overview', 'Auth', 'Variables', 'Scripts']) {
      await page
        .getByRole('tabpanel', { name: 'Articles' })
        .getByRole('tab', { name: new RegExp(`^${tab}`) })
        .click()
      await check(`collection, ${tab}`)
    }

    await treeRow(page, 'One for each kind of lead').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Run…' }).click()
    await check('runner')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    const results = page.getByRole('listbox', { name: 'Results of the run' })
    await expect.poll(() => page.getByText('Finished', { exact: true }).count(), { timeout: 20_000 }).toBeGreaterThan(0)
    await results.getByRole('option').first().click()
    await check('results of a run')
    await page.keyboard.press('Control+h')
    await expect.poll(() => page.getByRole('tabpanel', { name: 'History' }).getByRole('option').count()).toBe(2)
    await page.getByRole('tabpanel', { name: 'History' }).getByRole('option').first().click()
    await check('history')
    expect(found).toEqual([])
  })
}
