import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/engine/storage/database'
import { listenCli } from '../../helpers/cli'
import { keepAliveAgent, post, sampleLead } from '../../helpers/post'
import { tempFolder } from '../../helpers/temp-folder'

const rounds = 40
const senders = 16
/** Acknowledged leads after which a round's process is killed: different in each, so that all moments are met. */
const leadsBeforeKill = (round: number): number => 5 + ((round * 37) % 120)

describe('kill -9 under load', () => {
  it(`loses no acknowledged lead in ${rounds} rounds`, { timeout: 240_000 }, async () => {
    const folder = tempFolder()
    const acknowledged: string[] = []
    for (let round = 0; round < rounds; round++) {
      const cli = await listenCli(folder)
      const agent = keepAliveAgent(senders)
      const before = acknowledged.length
      let killed = false
      const send = async (sender: number): Promise<void> => {
        for (let number = 0; !killed; number++) {
          const name = `r${round}s${sender}n${number}`
          const answer = await post(cli.flowUrl, sampleLead.replace('Some', name), {}, agent).catch(() => null)
          if (answer?.status !== 202) return
          acknowledged.push(name)
          if (!killed && acknowledged.length - before >= leadsBeforeKill(round)) {
            killed = true
            cli.child.kill('SIGKILL')
          }
        }
      }
      await Promise.all(Array.from({ length: senders }, (_, sender) => send(sender)))
      expect(killed).toBe(true)
      await cli.end('SIGKILL')
      agent.destroy()
    }

    const database = openDatabase(join(folder, 'lead-inspector.db'))
    expect(database.all('PRAGMA integrity_check')).toEqual([['ok']])
    const stored = new Set(
      database
        .all('SELECT body FROM lead_content')
        .map(([body]) => (body instanceof Uint8Array ? firstNameIn(body) : 'no body')),
    )
    database.close()
    expect(acknowledged.length).toBeGreaterThan(rounds)
    expect(acknowledged.filter((name) => !stored.has(name))).toEqual([])
  })
})

function firstNameIn(body: Uint8Array): string {
  return JSON.parse(Buffer.from(body).toString('utf8')).UserDetails.FirstName
}
