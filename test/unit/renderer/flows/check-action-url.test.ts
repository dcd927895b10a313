import { expect, test } from 'vitest'
import { checkActionUrl } from '../../../../src/renderer/src/flows/actions/check-action-url'

const token = "@{triggerBody()?['Company']}"

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['https://crm.example.com/leads', null],
  [`https://crm.example.com/leads/${token}?x=${token}`, null],
  ['http://127.0.0.1:8080', null],
  ['crm.example.com', 'not-http'],
  ['ftp://crm.example.com', 'not-http'],
  ['https://', 'not-http'],
  [token, 'host-token'],
  [`https://${token}/leads`, 'host-token'],
  [`https://crm.example.com${token}/leads`, 'host-token'],
  [`https://crm.example.com:${token}`, 'host-token'],
  ['https://user:secret@crm.example.com/', 'user'],
] as const)('%s', (url, problem) => {
  expect(checkActionUrl(url)).toBe(problem)
})
