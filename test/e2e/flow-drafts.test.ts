import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { openFlows, pasteSchema, schemaEditor } from '../helpers/flows'
import { addStep, stepCard, typeInto } from '../helpers/steps'
import { tempFolder } from '../helpers/temp-folder'

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.closest('[data-step]')?.getAttribute('data-step') ?? activeElement?.textContent ?? ''
  })

async function ofMenu(page: Page, step: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${step}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('what is edited and not saved is there after a restart; the keyboard stays among the steps', async () => {
  const dataFolder = tempFolder()
  const first = await launchApp({ dataFolder })
  await openFlows(first.window)
  await pasteSchema(first.window, '{"type":"object","properties":{"Ticket":{"type":"string"}}}')
  await addStep(first.window, 'Send an email')
  await typeInto(first.window, 'To', 'sales@contoso.com')
  // Dynamic content is of the schema as it is edited.
  await first.window.getByRole('button', { name: 'Add dynamic content to Subject' }).click()
  await first.window.keyboard.type('Ticket')
  await expect.poll(() => first.window.getByRole('button', { name: /^Ticket/ }).count()).toBe(1)
  await first.window.keyboard.press('Escape')
  await first.close()

  const { window: page, problems } = await launchApp({ dataFolder })
  await openFlows(page)
  await expect.poll(() => schemaEditor(page).innerText()).toContain('Ticket')
  await expect.poll(() => stepCard(page, 'Send an email').innerText()).toContain('sales@contoso.com')
  expect(await page.getByText('Unsaved changes').count()).toBeGreaterThan(0)

  await addStep(page, 'HTTP')
  for (const item of ['Configure run after', 'Rename']) {
    await ofMenu(page, 'HTTP', item)
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page), { message: item }).toBe('HTTP')
  }
  await ofMenu(page, 'Send an email', 'Delete')
  await expect.poll(() => focused(page)).toBe('HTTP')
  await ofMenu(page, 'HTTP', 'Delete')
  await expect.poll(() => focused(page)).toBe('New step')
  expect(problems).toEqual([])
})
