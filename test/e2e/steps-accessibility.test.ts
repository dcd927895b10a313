import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { rulesOf, seriousViolations } from '../helpers/axe'
import { openFlows } from '../helpers/flows'
import { leadBody, openLead, openTab } from '../helpers/inbox'
import { post } from '../helpers/post'
import { addStep, foldStep, openTool, saveFlow, startTest, typeInto } from '../helpers/steps'

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in steps and runs, ${theme}`, { timeout: 240_000 }, async () => {
    const { window: page, flowUrl } = await launchApp({ settings: { theme } })
    const found: string[] = []
    const check = async (where: string) => {
      found.push(...(await seriousViolations(page, rulesOf(theme))).map((finding) => `${where}: ${finding}`))
    }
    await post(flowUrl, leadBody({ LastName: 'Byron', Company: null }))
    await openFlows(page)
    for (const action of ['Create a new record', 'Send an email', 'Response', 'Condition', 'HTTP']) {
      await addStep(page, action)
      if (action === 'Create a new record') {
        await page.getByRole('combobox', { name: 'Preview with' }).click()
        await page.getByRole('option', { name: /Byron/ }).click()
      }
      if (action === 'Send an email') await typeInto(page, 'To', 'sales@contoso.com')
      await check(action)
      // Refused by the step: an address of this computer.
      if (action === 'HTTP') await typeInto(page, 'URL', 'http://127.0.0.1:9/')
      await foldStep(page, action)
    }
    await check('folded')
    await page.getByRole('button', { name: 'More for HTTP', exact: true }).click()
    await check('menu of a step')
    await page.getByRole('menuitem', { name: 'Configure run after' }).click()
    await check('run after')
    await page.keyboard.press('Escape')
    await saveFlow(page)
    await startTest(page)
    await check('a test that waits')
    await post(flowUrl, leadBody({ LastName: 'Byron' }))
    await expect.poll(() => page.getByText('Your flow did not run successfully.').count()).toBe(1)
    await check('a run that failed')
    for (const tool of ['Connections', 'Outbox of rehearsals', 'CRM records of rehearsals']) {
      const dialog = await openTool(page, tool)
      if (tool === 'Connections') {
        await dialog.getByRole('button', { name: 'New connection' }).click()
        await page.getByRole('menuitem', { name: /SMTP/ }).click()
        await expect.poll(() => dialog.getByRole('textbox', { name: 'Server' }).count()).toBe(1)
      }
      await check(tool)
      await dialog.getByRole('button', { name: 'Close' }).click()
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    }
    await page.keyboard.press('Control+1')
    await openLead(page, 'Byron')
    await openTab(page, 'Run')
    await check("a lead's runs")
    expect(found).toEqual([])
  })
}
