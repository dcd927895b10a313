import { statSync } from 'node:fs'
import { join } from 'node:path'
import Libsql from 'libsql'
import { describe, expect, it } from 'vitest'
import { startTestEngine } from '../../helpers/engine'
import { connectedOffer, contactEmails, startPartnerCenter } from '../../helpers/offers'
import { openTestStorage } from '../../helpers/open-test-storage'
import { tempFolder } from '../../helpers/temp-folder'

const url = 'https://example.com/lead?sig=secret'

describe('offers', () => {
  it('are on disk, in a file that only their owner reads', async () => {
    const folder = tempFolder()
    const first = await startTestEngine({ folder })
    const offer = await connectedOffer(first.handlers, url)
    expect(offer).toMatchObject({ connection: { url, contactEmails }, published: false, validatedAt: null })
    await first.event('offers-changed', ({ offers }) => offers.length === 1)
    await first.close()
    expect(statSync(join(folder, 'lead-inspector.db')).mode & 0o777).toBe(0o600)
    const second = await startTestEngine({ folder })
    expect((await second.handlers['partner-center.get']({})).offers).toEqual([offer])
  })

  it('are renamed, and duplicated with their connection but unpublished', async () => {
    const { handlers } = startPartnerCenter()
    const { id } = await connectedOffer(handlers, url)
    const renamed = await handlers['offer.change']({ id, changes: { name: 'Лиды \0 株', offerId: 'contoso.株' } })
    expect(renamed).toMatchObject({ name: 'Лиды \0 株', offerId: 'contoso.株' })
    const copy = await handlers['offer.duplicate']({ id, name: 'Copy' })
    expect(copy).toEqual({ ...renamed, id: copy.id, name: 'Copy', published: false })
    expect((await handlers['partner-center.get']({})).offers).toEqual([renamed, copy])
  })

  it('come back to their place when their deletion is undone, until the next start', async () => {
    const folder = tempFolder()
    const storage = openTestStorage(folder)
    const { handlers } = startPartnerCenter({ storage })
    const one = await handlers['offer.create']({ name: 'One', offerId: '' })
    const two = await handlers['offer.create']({ name: 'Two', offerId: '' })
    await handlers['offer.delete']({ id: one.id })
    expect((await handlers['partner-center.get']({})).offers).toEqual([two])
    await expect(async () => handlers['offer.change']({ id: one.id, changes: {} })).rejects.toThrow('bad-input')
    await handlers['offer.restore']({ id: one.id })
    expect((await handlers['partner-center.get']({})).offers).toEqual([one, two])
    await handlers['offer.delete']({ id: one.id })
    storage.close()
    const next = openTestStorage(folder)
    expect(() => next.offers.restore(one.id)).toThrow('bad-input')
    expect(next.offers.list()).toEqual([two])
  })

  it('have to be validated anew after another URL, not after another address for mails', async () => {
    const engine = await startTestEngine()
    const { id } = await connectedOffer(engine.handlers, engine.url)
    await engine.handlers['offer.validate']({ id })
    const connect = (to: string, emails: readonly string[]) =>
      engine.handlers['offer.connect']({ id, connection: { url: to, contactEmails: emails } })
    expect((await connect(engine.url, ['other@contoso.example'])).validatedAt).not.toBeNull()
    expect((await connect(url, contactEmails)).validatedAt).toBeNull()
    expect((await engine.handlers['partner-center.get']({})).validations).toEqual([])
  })

  it('lose their connection and what came of it, until that is undone', async () => {
    const engine = await startTestEngine()
    const { id } = await connectedOffer(engine.handlers, engine.url)
    await engine.handlers['offer.publish']({ id })
    const { offers, validations } = await engine.handlers['partner-center.get']({})
    expect(validations).toHaveLength(1)
    const apart = await engine.handlers['offer.disconnect']({ id })
    expect(apart).toEqual({ ...offers[0], connection: null, published: false, validatedAt: null })
    expect((await engine.handlers['partner-center.get']({})).validations).toEqual([])
    await expect(async () => engine.handlers['offer.validate']({ id })).rejects.toThrow('bad-input')
    await expect(async () => engine.handlers['offer.disconnect']({ id })).rejects.toThrow('bad-input')
    expect(await engine.handlers['offer.reconnect']({ id })).toEqual(offers[0])
    await expect(async () => engine.handlers['offer.reconnect']({ id })).rejects.toThrow('bad-input')
  })

  it('keep a new connection when an older disconnection would be undone', async () => {
    const { handlers } = startPartnerCenter()
    const { id } = await connectedOffer(handlers, url)
    await handlers['offer.disconnect']({ id })
    const connected = await handlers['offer.connect']({ id, connection: { url: 'https://example.org', contactEmails } })
    await expect(async () => handlers['offer.reconnect']({ id })).rejects.toThrow('bad-input')
    expect((await handlers['partner-center.get']({})).offers).toEqual([connected])
  })

  it('that cannot be read are left out and kept, and the others stay usable', async () => {
    const folder = tempFolder()
    const storage = openTestStorage(folder)
    const { handlers } = startPartnerCenter({ storage })
    const damaged = await handlers['offer.create']({ name: 'Damaged', offerId: '' })
    const whole = await handlers['offer.create']({ name: 'Whole', offerId: '' })
    storage.close()
    const database = new Libsql(join(folder, 'lead-inspector.db'))
    database.prepare('UPDATE offer SET content = ? WHERE id = ?').run(['{"name":', damaged.id])
    database.close()
    const next = openTestStorage(folder)
    expect(next.offers.list()).toEqual([whole])
    expect(() => next.offers.get(damaged.id)).toThrow('bad-input')
  })

  it('need a connection before they are validated or published', async () => {
    const { handlers } = startPartnerCenter()
    const { id } = await handlers['offer.create']({ name: 'One', offerId: '' })
    await expect(async () => handlers['offer.validate']({ id })).rejects.toThrow('bad-input')
    await expect(async () => handlers['offer.publish']({ id })).rejects.toThrow('bad-input')
    expect((await handlers['partner-center.get']({})).offers[0]?.published).toBe(false)
  })
})
