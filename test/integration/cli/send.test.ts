import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listenCli, runCli } from '../../helpers/cli'
import { tempFolder } from '../../helpers/temp-folder'

async function receiver() {
  const cli = await listenCli(tempFolder())
  onTestFinished(() => void cli.child.kill('SIGKILL'))
  return cli
}

describe('send', () => {
  it('sends the sample lead and ends with 0 on a 2xx', async () => {
    const cli = await receiver()
    const result = await runCli(['send', '--url', cli.flowUrl])
    expect(result.stdout).toMatch(/^202 Accepted/)
    expect(result.code).toBe(0)
    expect(await cli.nextLead()).toMatchObject({ firstName: 'Some', verdict: 'matches' })
  })

  it('ends with 1 on another answer and prints it', async () => {
    const cli = await receiver()
    const result = await runCli(['send', '--url', cli.flowUrl.replace(/&sig=.*/, ''), '--json'])
    expect(result.code).toBe(1)
    expect(JSON.parse(result.stdout)).toMatchObject({ status: 401 })
  })

  it('sends a file, standard input and headers of the user', async () => {
    const cli = await receiver()
    const file = join(tempFolder(), 'lead.json')
    writeFileSync(file, '{"UserDetails":{"FirstName":"From a file"}}')
    await runCli(['send', '--url', cli.flowUrl, '--body', file, '--header', 'X-Trial: 1'])
    expect(await cli.nextLead()).toMatchObject({ firstName: 'From a file' })
    await runCli(['send', '--url', cli.flowUrl, '--body', '-'], '{"UserDetails":{"FirstName":"Piped"}}')
    expect(await cli.nextLead()).toMatchObject({ firstName: 'Piped' })
  })

  it('ends with 2 when nothing is answered: refused, and too late', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void silent.close(() => {}))
    const { port } = silent.address() as AddressInfo
    const late = await runCli(['send', '--url', `http://127.0.0.1:${port}/`, '--timeout', '1'])
    expect(late.code).toBe(2)
    expect(late.stderr).toContain('ETIMEDOUT')
    silent.closeAllConnections()
    await new Promise((resolve) => silent.close(resolve))
    const refused = await runCli(['send', '--url', `http://127.0.0.1:${port}/`])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('ECONNREFUSED')
  })

  it('ends with 2 for an answer without end, without keeping it', async () => {
    const endless = createServer((_request, response) => {
      const piece = Buffer.alloc(1024 * 1024)
      const write = (): void => {
        while (!response.destroyed && response.write(piece));
      }
      response.on('drain', write)
      write()
    })
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void endless.close(() => {}))
    const { port } = endless.address() as AddressInfo
    const result = await runCli(['send', '--url', `http://127.0.0.1:${port}/`, '--timeout', '20'])
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('ANSWER_TOO_LARGE')
  })

  it('ends with 2 for a call that is wrong', async () => {
    expect((await runCli(['send'])).code).toBe(2)
    expect((await runCli(['send', '--url', 'not a url'])).code).toBe(2)
    expect((await runCli(['send', '--url', 'http://127.0.0.1:1', '--header', 'nonsense'])).code).toBe(2)
  })
})
