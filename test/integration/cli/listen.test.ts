import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ListeningCli, listenCli, runCli } from '../../helpers/cli'
import { post, sampleLead } from '../../helpers/post'
import { tempFolder } from '../../helpers/temp-folder'

async function listening(folder = tempFolder()): Promise<ListeningCli & { readonly folder: string }> {
  const cli = await listenCli(folder)
  onTestFinished(() => void cli.child.kill('SIGKILL'))
  return { ...cli, folder }
}

describe('listen', () => {
  it('prints the flow URL, tells of each lead after its commit, and ends with 0 on SIGTERM', async () => {
    const cli = await listening()
    expect(cli.flowUrl.startsWith(`${cli.url}/workflows/`)).toBe(true)
    expect((await post(cli.flowUrl)).status).toBe(202)
    expect(await cli.nextLead()).toMatchObject({
      event: 'lead',
      verdict: 'matches',
      firstName: 'Some',
      company: 'Contoso',
      status: 202,
    })
    expect(await cli.end('SIGTERM')).toBe(0)
  })

  it('ends with 0 on SIGINT', async () => {
    const cli = await listening()
    expect(await cli.end('SIGINT')).toBe(0)
  })

  it('keeps the same URL over a restart', async () => {
    const first = await listening()
    const path = new URL(first.flowUrl).pathname + new URL(first.flowUrl).search
    await first.end()
    const second = await listening(first.folder)
    expect(second.flowUrl).toBe(second.url + path)
  })

  it('says that a damaged database was kept aside', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'lead-inspector.db'), 'no database '.repeat(1000))
    const cli = await listenCli(folder)
    expect(await cli.end()).toBe(0)
    expect(cli.stderr()).toContain('kept whole as')
  })

  it('says who holds the data folder and ends with 2', async () => {
    const cli = await listening()
    const second = await runCli(['listen', '--port', '0', '--data', cli.folder])
    expect(second.code).toBe(2)
    expect(second.stderr).toContain('data-folder-in-use')
    expect(second.stderr).toContain(String(cli.child.pid))
  })

  it('ends with 2 when the port is taken', async () => {
    const cli = await listening()
    const second = await runCli(['listen', '--port', new URL(cli.url).port, '--data', tempFolder()])
    expect(second.code).toBe(2)
    expect(second.stderr).toContain('port-in-use')
  })

  it('refuses words it does not know, with the help', async () => {
    const result = await runCli(['listen', '--prot', '1'])
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('--prot')
    expect(result.stderr).toContain('lead-inspector listen')
  })
})

describe('leads', () => {
  it('prints stored leads beside a running process, newest first, searchable, without the secret', async () => {
    const cli = await listening()
    await post(cli.flowUrl, sampleLead)
    await post(cli.flowUrl, sampleLead.replace('Contoso', 'Fabrikam'))
    const all = await runCli(['leads', '--data', cli.folder])
    expect(all.code).toBe(0)
    const rows = all.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.map((row) => row.lead.UserDetails.Company)).toEqual(['Fabrikam', 'Contoso'])
    expect(all.stdout).not.toContain(new URL(cli.flowUrl).searchParams.get('sig'))

    const found = await runCli(['leads', '--data', cli.folder, '--query', 'fabri'])
    expect(found.stdout.trim().split('\n')).toHaveLength(1)
    const csv = await runCli(['leads', '--data', cli.folder, '--format', 'csv'])
    expect(csv.stdout.split('\r\n')[1]).toContain('Fabrikam')
    const har = await runCli(['leads', '--data', cli.folder, '--format', 'har'])
    expect(JSON.parse(har.stdout).log.entries).toHaveLength(2)
  })

  it('ends with 2 and a sentence where there is no database', async () => {
    const result = await runCli(['leads', '--data', tempFolder()])
    expect(result.code).toBe(2)
    expect(result.stderr.trim().length).toBeGreaterThan(20)
  })
})
