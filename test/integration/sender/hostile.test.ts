import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import { describe, expect, it } from 'vitest'
import { createSender, type SendResult } from '../../../src/engine/sender/sender'
import { httpServer, tcpServer } from '../../helpers/local-servers'
import { prepared, testSender } from '../../helpers/prepared'
import { tempFolder } from '../../helpers/temp-folder'

function answerOf(result: SendResult) {
  if (result.outcome.kind !== 'answered') throw new Error(JSON.stringify(result.outcome))
  return result.outcome.answer
}

/** Answers every request with these bytes. */
function raw(bytes: string) {
  return tcpServer((socket) => socket.on('data', () => void socket.write(bytes)))
}

describe('a server that does not behave', () => {
  it('an upgrade that nobody asked for is an answer', async () => {
    const server = await raw('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n')
    const settings = { timeoutMs: 3000 }
    const answer = answerOf(await testSender().send(prepared(server.url, { settings })))
    expect(answer).toMatchObject({ status: 101, bodyText: '' })
    expect(answer.headers).toContainEqual(['Upgrade', 'other'])
  })

  it('the size that HEAD names is not that of a body', async () => {
    const server = await raw('HTTP/1.1 200 OK\r\nContent-Length: 500000000\r\n\r\n')
    const asked = prepared(server.url, { method: 'HEAD', body: { kind: 'none' } })
    expect(answerOf(await testSender().send(asked))).toMatchObject({ status: 200, bodySize: 0 })
  })

  it('endless headers, endless interim answers and a status line of nonsense end the send', async () => {
    const headers = await tcpServer((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\n')
        const write = (): void => {
          while (!socket.destroyed && socket.write(`X-A: ${'a'.repeat(1000)}\r\n`));
        }
        socket.on('drain', write)
        write()
      })
    })
    const sender = testSender()
    expect((await sender.send(prepared(headers.url))).outcome).toMatchObject({
      kind: 'failed',
      failure: { code: 'HPE_HEADER_OVERFLOW' },
    })
    const interim = await tcpServer((socket) => {
      socket.once('data', () => {
        const write = (): void => {
          while (!socket.destroyed && socket.write('HTTP/1.1 100 Continue\r\n\r\n'));
        }
        socket.on('drain', write)
        write()
      })
    })
    const settings = { timeoutMs: 300 }
    expect((await sender.send(prepared(interim.url, { settings }))).outcome).toMatchObject({
      failure: { kind: 'timed-out' },
    })
    const status = await raw('HTTP/1.1 99999 \u0000\r\n\r\n')
    expect((await sender.send(prepared(status.url))).outcome).toMatchObject({ failure: { kind: 'not-http' } })
  })

  it('redirects with addresses of any length are kept short', async () => {
    const long = 'a'.repeat(12_000)
    const server = await httpServer((request, response) => {
      const at = Number(/^\/(\d+)/.exec(request.url ?? '')?.[1] ?? 0)
      if (at < 3) response.writeHead(302, { Location: `/${at + 1}?${long}` })
      response.end()
    })
    const { redirects } = answerOf(await testSender().send(prepared(`${server.url}/0`)))
    expect(redirects.length).toBe(3)
    expect(Math.max(...redirects.map(({ from, to }) => Math.max(from.length, to.length)))).toBeLessThan(8300)
    expect(server.seen[3]?.target.length).toBeGreaterThan(12_000)
  })

  it('a redirect written in UTF-8 leads to that place', async () => {
    const server = await tcpServer((socket) => {
      socket.on('data', (head: Buffer) => {
        const found = head.toString('latin1').includes(' /caf%C3%A9 ')
        socket.write(
          found
            ? 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
            : 'HTTP/1.1 302 Found\r\nLocation: /café\r\nContent-Length: 0\r\n\r\n',
        )
      })
    })
    const settings = { maxRedirects: 1 }
    expect(answerOf(await testSender().send(prepared(server.url, { settings })))).toMatchObject({ status: 200 })
  })
})

describe('credentials of every kind', () => {
  it('do not go to another host with a redirect', async () => {
    const other = await httpServer((_request, response) => response.end())
    const first = await httpServer((_request, response) => {
      response.writeHead(307, { Location: `${other.url}/end` })
      response.end()
    })
    const headers = [
      ['X-Api-Key', 'one'],
      ['X-My-Key', 'two'],
      ['X-Other', 'kept'],
    ] as const
    await testSender().send(prepared(first.url, { headers, credentialHeaders: ['x-my-key'] }))
    expect(first.seen[0]?.headers).toContainEqual(['X-My-Key', 'two'])
    const names = other.seen[0]?.headers.map(([name]) => name)
    expect(names).toContain('X-Other')
    expect(names).not.toContain('X-Api-Key')
    expect(names).not.toContain('X-My-Key')
  })
})

describe('a text that is shown in part', () => {
  it('ends with a whole character: of a file that was sent, and of an answer that was kept in part', async () => {
    const server = await httpServer((_request, response) => response.end('é'.repeat(300_000)))
    const path = join(tempFolder(), 'lead.txt')
    writeFileSync(path, `x${'é'.repeat(200_000)}`)
    const body = { kind: 'file', path } as const
    const { sent, outcome } = await testSender().send(prepared(server.url, { headers: [], body }), {
      keepBodyBytes: 100_001,
    })
    expect(sent.bodyText?.slice(0, 3)).toBe('xéé')
    expect(outcome).toMatchObject({ answer: { bodyText: 'é'.repeat(50_000), bodyTruncated: true } })
  })
})

describe('files', () => {
  it('a link that leads elsewhere since it was chosen is refused', async () => {
    const server = await httpServer((_request, response) => response.end())
    const folder = tempFolder()
    const chosen = join(folder, 'lead.json')
    const secret = join(folder, 'secret.txt')
    writeFileSync(chosen, '{}')
    writeFileSync(secret, 'secret')
    const sender = testSender({ isApproved: (path) => path === chosen })
    const body = { kind: 'file', path: chosen } as const
    await sender.send(prepared(server.url, { body }))
    rmSync(chosen)
    symlinkSync(secret, chosen)
    await expect(sender.send(prepared(server.url, { body }))).rejects.toMatchObject({ code: 'file-not-chosen' })
    const settings = {
      clientCertificate: { certificate: { path: chosen }, key: null, passphrase: '' },
    }
    const secure = prepared('https://127.0.0.1:9/', { settings })
    await expect(sender.send(secure)).rejects.toMatchObject({ code: 'file-not-chosen' })
    expect(server.seen.length).toBe(1)
  })

  it('a folder or a pipe is not read, neither as a body nor as a certificate', async () => {
    const folder = tempFolder()
    const pipe = join(folder, 'pipe')
    const inner = join(folder, 'inner')
    spawnSync('mkfifo', [pipe])
    mkdirSync(inner)
    const sender = testSender()
    for (const path of [pipe, inner]) {
      const settings = { clientCertificate: { certificate: { path }, key: null, passphrase: '' } }
      await expect(sender.send(prepared('https://127.0.0.1:9/', { settings }))).rejects.toEqual(
        new AppError('file-unreadable', { path }),
      )
      await expect(
        sender.send(prepared('http://127.0.0.1:9/', { body: { kind: 'file', path } })),
      ).rejects.toMatchObject({ code: 'file-unreadable' })
    }
  })
})

describe('close', () => {
  it('gives up what is under way and asks nobody again', async () => {
    let connections = 0
    let heard = (): void => {}
    const second = new Promise<void>((resolve) => {
      heard = resolve
    })
    const server = await tcpServer((socket) => {
      connections += 1
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
        socket.once('data', heard)
      })
    })
    const sender = createSender({ isApproved: () => true })
    await sender.send(prepared(server.url))
    const sending = sender.send(prepared(server.url, { settings: { timeoutMs: 2000 } }))
    await second
    sender.close()
    await expect(sending).rejects.toMatchObject({ code: 'cancelled' })
    expect(connections).toBe(1)
    await expect(sender.send(prepared(server.url))).rejects.toMatchObject({ code: 'cancelled' })
  })
})
