import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { rulesOf, seriousViolations } from '../helpers/axe'
import { chooseInMenu, makeFlow, openFlows, pasteSchema } from '../helpers/flows'
import { leadBody } from '../helpers/inbox'
import { post } from '../helpers/post'

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the flows, ${theme}`, { timeout: 100_000 }, async () => {
    const { window: page, flowUrl } = await launchApp({ settings: { theme } })
    const found: string[] = []
    const check = async (where: string) => {
      found.push(...(await seriousViolations(page, rulesOf(theme))).map((finding) => `${where}: ${finding}`))
    }
    await post(flowUrl, leadBody({ Phone: null }))
    await openFlows(page)
    await expect.poll(() => page.getByText(/of your last/).count()).toBe(1)
    await check('a flow with a failing lead')
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await check('new flow')
    await page.keyboard.press('Escape')
    await makeFlow(page, 'Second')
    await page.getByRole('radio', { name: 'Any user in my tenant' }).click()
    await pasteSchema(page, '{"type":"objct"}')
    await expect.poll(() => page.getByRole('button', { name: /is not a type/ }).count()).toBe(1)
    await check('a broken schema, unsaved')
    await page.getByRole('button', { name: 'Use sample payload to generate schema' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await check('sample payload')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Menu of Second' }).click()
    await check('menu of a flow')
    await page.keyboard.press('Escape')
    await chooseInMenu(page, 'Second', 'Export…')
    await check('export')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Regenerate URL…' }).click()
    await check('regenerate')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await chooseInMenu(page, 'Second', 'Turn off')
    await expect.poll(() => page.getByText(/This flow is turned off/).count()).toBe(1)
    await check('turned off')
    await page.locator('[data-flow][aria-current]').press('F2')
    await check('renaming')
    await page.keyboard.press('Escape')
    await chooseInMenu(page, 'Second', /^Delete/)
    await page.getByRole('button', { name: 'Show 1 deleted flow' }).click()
    // It has come in slowly: half seen, its colours say nothing.
    await page.getByRole('button', { name: 'Close' }).last().click()
    await expect.poll(() => page.getByText(/was deleted/).count()).toBe(0)
    await check('deleted flows')
    await page.keyboard.press('Control+1')
    await page.getByRole('button', { name: /^Flow Default/ }).click()
    await check('picker of the inbox')
    expect(found).toEqual([])
  })
}
