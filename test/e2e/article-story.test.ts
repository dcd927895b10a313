import { expect, test } from 'vitest'
import { connectTheOffer, followTheLead, publishTheOffer, validateTheOffer } from './article-story/connect-the-offer'
import { addTheMail, addTheRecord, makeTheFlow, saveAndCopyTheUrl, sendRealMails } from './article-story/make-the-flow'
import { readTheGuide } from './article-story/read-the-guide'
import { beginStory } from './article-story/story'
import { composeTheTest, lookAtWhatCame, testTheFlow, testWithMissingValues } from './article-story/test-the-flow'

/** The steps of the articles (facts §1) in their order; each finds what the one before has left. */
test('the article from its first to its last step, in one window', { timeout: 180_000 }, async () => {
  const story = await beginStory()
  await makeTheFlow(story)
  await addTheRecord(story)
  await addTheMail(story)
  const url = await saveAndCopyTheUrl(story)
  await composeTheTest(story, url)
  await testTheFlow(story)
  await lookAtWhatCame(story)
  await testWithMissingValues(story)
  await sendRealMails(story)
  await connectTheOffer(story)
  await validateTheOffer(story)
  const lead = await publishTheOffer(story)
  await followTheLead(story, lead)
  await readTheGuide(story)
  expect(story.launched.problems).toEqual([])
})
