import { expect } from 'vitest'
import type { Story } from './story'

/** The guide has seen it all: each step is done, but for the public address, which a rehearsal does without. */
export async function readTheGuide({ page, picture }: Story): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Guide' }).click()
  await expect.poll(() => page.getByText('All done: a lead of your offer arrived in your flow.').count()).toBe(1)
  const titles = page.getByRole('main').getByRole('listitem').getByRole('heading')
  const notDone = (await titles.allInnerTexts()).filter((title) => !/\sDone$/.test(title))
  expect(notDone).toEqual([expect.stringMatching(/^Make the flow reachable from the internet\s+If you need it$/)])
  await picture('guide')
}
