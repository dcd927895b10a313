// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { MailBody } from '../../../../src/renderer/src/flows/rehearsal/mail-body'
import { showScreen } from '../../../helpers/screen'

test('a mail looks as it would, and nothing of it is live', async () => {
  const html = [
    '<p style="background:url(https://spy.example/a)">Hello <b onclick="alert(1)">Ada</b></p>',
    '<img src="https://spy.example/pixel.png"><script>alert(1)</script><iframe src="https://spy.example"></iframe>',
    '<a href="https://elsewhere.example/x">click</a>',
    '<form action="https://spy.example"><input name=a></form>',
  ].join('\n')
  const { all, text } = await showScreen(<MailBody html={html} />)
  expect(all('p b')[0]?.textContent).toBe('Ada')
  expect(text()).toContain('click (https://elsewhere.example/x)')
  expect(all('img, script, iframe, a, form, input')).toEqual([])
  expect(all('[onclick], [src], [href], [style*="url"]')).toEqual([])
})
