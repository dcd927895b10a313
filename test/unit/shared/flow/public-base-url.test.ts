import { readPublicBaseUrl } from '@shared/flow/public-base-url'
import { expect, test } from 'vitest'

test.each([
  ['https://abc.ngrok.app', 'https://abc.ngrok.app'],
  ['https://abc.ngrok.app/', 'https://abc.ngrok.app'],
  [' "https://ABC.ngrok.app//" \n', 'https://abc.ngrok.app'],
  ['abc.trycloudflare.com', 'https://abc.trycloudflare.com'],
  ['https://abc.example:8443/workflows/8f/invoke?api-version=1&sig=secret#x', 'https://abc.example:8443'],
  ['https://user:secret@abc.example/', 'https://abc.example'],
  ['<https://abc-5323.euw.devtunnels.ms>', 'https://abc-5323.euw.devtunnels.ms'],
  ['https://[2001:db8::1]:5323', 'https://[2001:db8::1]:5323'],
])('%s is used as %s', (text, url) => {
  expect(readPublicBaseUrl(text)).toEqual({ state: 'usable', url, insecure: false })
})

test('http is usable, and pointed out', () => {
  expect(readPublicBaseUrl('http://leads.example/x')).toEqual({
    state: 'usable',
    url: 'http://leads.example',
    insecure: true,
  })
})

test.each([
  ['', { state: 'empty' }],
  ['  ""', { state: 'empty' }],
  ['ftp://abc.example', { state: 'not-http', scheme: 'ftp' }],
  ['tcp://0.tcp.ngrok.io:12345', { state: 'not-http', scheme: 'tcp' }],
  ['http://localhost:5323', { state: 'local', host: 'localhost' }],
  ['127.0.0.1:5323', { state: 'local', host: '127.0.0.1' }],
  ['http://[::1]:5323', { state: 'local', host: '[::1]' }],
  ['https://', { state: 'not-an-address' }],
  ['hello', { state: 'not-an-address' }],
  ['https://a b', { state: 'not-an-address' }],
])('%s is refused', (text, expected) => {
  expect(readPublicBaseUrl(text)).toEqual(expected)
})
