import run from '@resources/locales/en/run.json'
import { expect, test } from 'vitest'

const { check, 'test-mail': _mail, ...texts } = run

test.each(Object.entries(texts))('%s says what happened, why and what to do', (_code, text) => {
  for (const part of [text.what, text.why, text.todo]) {
    expect(part.length).toBeGreaterThan(5)
    expect(part).not.toMatch(/something went wrong/i)
  }
  expect(text.why).toMatch(/(\.|\{\{detail\}\})$/)
  expect(text.todo).toMatch(/(\.|\{\{location\}\})$/)
})

test.each(Object.entries(check))('%s is a sentence', (_code, text) => {
  expect(text).toMatch(/^[A-Z].*\.$/)
})
