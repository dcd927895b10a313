import type { SettingsChanges } from '@shared/settings'
import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { answerPane, bodyField, openComposer, openRequest, requestParts, treeRow } from '../helpers/composer'
import { spreadTimes } from '../helpers/fixed-times'
import { openLead, openTab, pane, rowOf, rows } from '../helpers/inbox'
import { narrow, pictureFolder, picturePort, setSize, setTheme, shoot, wide } from '../helpers/pictures'
import { storyRows, tellStory } from '../helpers/story'
import { tempFolder } from '../helpers/temp-folder'

test('the pictures of the README can be made', { timeout: 180_000 }, async () => {
  const pictures = pictureFolder()
  const dataFolder = tempFolder()
  const settings: SettingsChanges = { theme: 'light', engine: picturePort }
  const first = await launchApp({ dataFolder, settings })
  await setSize(first, wide)
  await expect.poll(() => first.window.getByRole('button', { name: 'Copy URL' }).count()).toBe(2)
  await shoot(first, pictures, 'first-run')
  await tellStory(first)
  await first.close()
  spreadTimes(dataFolder, thisMorning())

  const launched = await launchApp({ dataFolder, settings })
  const { window: page } = launched
  await setSize(launched, wide)
  await expect.poll(() => rows(page).count()).toBe(storyRows)
  // What came before this morning was read already.
  await rowOf(page, 'Amélie').click()
  await page.keyboard.press('Shift+End')
  await pane(page).getByRole('button', { name: 'Mark as read' }).click()

  for (const theme of ['light', 'dark'] as const) {
    await setTheme(launched, theme)
    await openLead(page, 'Kenji')
    await openTab(page, 'Lead')
    await shoot(launched, pictures, `inbox-${theme}`)
    await page.getByRole('button', { name: 'Settings' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Settings')
    await shoot(launched, pictures, `settings-${theme}`)
    await page.getByRole('button', { name: /^Inbox/ }).click()
  }
  await setTheme(launched, 'light')
  await openLead(page, 'The URL was cut')
  await shoot(launched, pictures, 'unmatched-light')
  await rowOf(page, 'Lars Öberg').nth(0).click()
  await rowOf(page, 'Lars Öberg')
    .nth(1)
    .click({ modifiers: ['Control'] })
  await pane(page).getByRole('button', { name: 'Compare the two' }).click()
  await expect.poll(() => pane(page).getByRole('region', { name: 'Two leads compared' }).count()).toBe(1)
  await shoot(launched, pictures, 'compare-light')
  await setSize(launched, narrow)
  await openLead(page, 'Amélie')
  await shoot(launched, pictures, 'inbox-narrow')
  expect([...first.problems, ...launched.problems]).toEqual([])
})

test("the pictures of the README's composer can be made", { timeout: 180_000 }, async () => {
  const pictures = pictureFolder()
  const launched = await launchApp({ settings: { theme: 'light', engine: picturePort } })
  const { window: page } = launched
  await setSize(launched, wide)
  await openComposer(page)

  await treeRow(page, 'Test my flow').dblclick()
  await expect.poll(() => requestParts(page).getByLabel('First name').count()).toBeGreaterThan(0)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => answerPane(page).getByText('Accepted: the flow has started').count()).toBe(1)
  await shoot(launched, pictures, 'composer-light')

  await page.keyboard.press('Control+n')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Save request' })
  await dialog.getByRole('textbox', { name: 'Request name' }).fill('Test my flow in the cloud')
  await dialog
    .getByRole('textbox', { name: 'Description' })
    .fill('The HTTP POST URL of the flow that Partner Center sends to')
  await shoot(launched, pictures, 'save-request-light')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => treeRow(page, 'Test my flow in the cloud').count()).toBe(1)

  await setTheme(launched, 'dark')
  await openRequest(page, 'Test lead')
  await bodyField(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(imperfectLead)
  await expect
    .poll(() =>
      requestParts(page)
        .getByRole('button', { name: /^Show what was found/ })
        .count(),
    )
    .toBe(1)
  await requestParts(page)
    .getByRole('button', { name: /^Show what was found/ })
    .click()
  await shoot(launched, pictures, 'composer-json-dark')
  await setTheme(launched, 'light')

  await treeRow(page, 'One for each kind of lead').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Run…' }).click()
  await page.getByRole('spinbutton', { name: 'Iterations' }).fill('20')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect.poll(() => page.getByText('Finished', { exact: true }).count(), { timeout: 20_000 }).toBeGreaterThan(0)
  await page.getByRole('listbox', { name: 'Results of the run' }).getByRole('option').nth(2).click()
  await shoot(launched, pictures, 'runner-light')
  expect(launched.problems).toEqual([])
})

/** A lead as a program of one's own would send it at first. */
const imperfectLead = JSON.stringify(
  {
    userDetails: {
      FirstName: 'Ada',
      LastName: 'Byron',
      Email: 'ada@contoso.example',
      Phone: 16175555555,
      Country: 'USA',
    },
    LeadSource: 'AzureMarketplace-INS|Contoso Backup',
    ActionCode: 'BUY',
    OfferTitle: null,
  },
  null,
  2,
)

/** 10:32 of this day, in local time. */
function thisMorning(): number {
  return new Date().setHours(10, 32, 1, 0)
}
