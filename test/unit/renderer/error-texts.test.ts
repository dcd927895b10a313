import error from '@resources/locales/en/error.json'
import { expect, test } from 'vitest'

const { code: _label, ...texts } = error

test.each(Object.entries(texts))('%s says what happened, why and what to do', (_code, text) => {
  for (const part of [text.what, text.why, text.todo]) {
    expect(part.length).toBeGreaterThan(5)
    expect(part).not.toMatch(/something went wrong/i)
  }
  expect(text.why).toMatch(/(\.|\{\{detail\}\})$/)
  expect(text.todo).toMatch(/\.$/)
})
