import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LeadQuery } from '@shared/lead/lead-query'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStorage, type Storage } from '../../../src/engine/storage/open-storage'
import { leadQuery } from '../../helpers/lead-query'
import { newLead } from '../../helpers/leads'
import { openTestStorage } from '../../helpers/open-test-storage'
import { seedLeads } from '../../helpers/seed-leads'
import { tempFolder } from '../../helpers/temp-folder'

const leads = {
  some: newLead({ firstName: 'Some', lastName: 'One', email: 'someone@contoso.com', phone: '+1 617 555-0199' }),
  swedish: newLead({ firstName: 'Åsa', lastName: 'Öberg', company: 'Malmö Räksmörgås AB', email: 'asa@malmo.example' }),
  russian: newLead({ firstName: 'Дмитрий', lastName: 'Ёлкин', company: 'ООО Ромашка', email: 'd@r.example' }),
  japanese: newLead({ firstName: '太郎', lastName: '山田', company: '山田製作所株式会社', email: 'y@j.example' }),
  korean: newLead({ firstName: '민수', lastName: '김', company: '한국소프트웨어', email: 'k@k.example' }),
  katakana: newLead({ company: 'コンピューター', description: 'ＦＵＬＬ width', email: 'c@c.example' }),
  test: newLead(
    { firstName: 'Test', country: 'SE', actionCode: 'DNC', offerTitle: 'O\'Hara "quoted"', email: 't@contoso.example' },
    { isTest: true, verdict: 'does-not-match' },
  ),
  unmatched: newLead(
    {
      firstName: '',
      lastName: '',
      email: '',
      phone: '',
      country: '',
      company: '',
      title: '',
      source: '',
      actionCode: '',
      offerTitle: '',
    },
    { verdict: 'unmatched', diagnosis: { code: 'sig-cut', params: {} }, searchText: '{"x": "needle-in-the-body"}' },
  ),
}

type Name = keyof typeof leads
const names = Object.keys(leads) as readonly Name[]

describe('search and facets', () => {
  let folder: string
  let storage: Storage

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lead-inspector-'))
    storage = openStorage(folder)
    storage.leads.insert(Object.values(leads))
  })

  afterAll(() => {
    storage.close()
    rmSync(folder, { recursive: true })
  })

  function find(query: Partial<LeadQuery>): readonly (Name | undefined)[] {
    return storage.leads
      .page(leadQuery(query), null, null, 100)
      .map((lead) => names[lead.id - 1])
      .reverse()
  }

  it.each<[string, readonly Name[]]>([
    ['some one', ['some', 'katakana']],
    ['SOMEONE@CONTOSO.COM', ['some']],
    ['someone@cont', ['some']],
    ['@contoso', ['some', 'test']],
    ['contoso.com', ['some']],
    ['one some', ['some', 'katakana']],
    ['555-0199', ['some']],
    ['malmo', ['swedish']],
    ['Malmö', ['swedish']],
    ['räk', ['swedish']],
    ['raksmorgas', ['swedish']],
    ['åsa öb', ['swedish']],
    ['дмитр', ['russian']],
    ['РОМАШКА', ['russian']],
    ['山田', ['japanese']],
    ['製作', ['japanese']],
    ['式会', ['japanese']],
    ['会社', ['japanese']],
    ['会式', []],
    ['소프트', ['korean']],
    ['ﾋﾟｭｰﾀ', ['katakana']],
    ['full', ['katakana']],
    ['sig-cut', ['unmatched']],
    ['needle', ['unmatched']],
    ["O'Hara", ['test']],
    ['"quoted"', ['test']],
    ['nothing like it', []],
    ['" OR "', []],
  ])('finds %j', (text, expected) => {
    expect(find({ text })).toEqual(expected)
  })

  it('takes punctuation alone for no question', () => {
    expect(find({ text: '" * 😀' })).toEqual(names)
  })

  it('filters by facets, alone and together with words', () => {
    expect(find({ verdicts: ['does-not-match', 'unmatched'] })).toEqual(['test', 'unmatched'])
    expect(find({ actionCodes: ['DNC'] })).toEqual(['test'])
    expect(find({ countries: ['SE', 'USA'], isTest: true })).toEqual(['test'])
    expect(find({ countries: ['SE'], isTest: false })).toEqual([])
    expect(find({ countries: ['nowhere'] })).toEqual([])
    expect(find({ countries: ['nowhere', 'SE'] })).toEqual(['test'])
    expect(find({ sources: [''] })).toEqual(['unmatched'])
    expect(find({ text: 'yamada', sources: ['AzureMarketplace'] })).toEqual([])
    expect(find({ text: '山', sources: ['AzureMarketplace'], verdicts: ['matches'] })).toEqual(['japanese'])
  })

  it("does not find the index's own tags", () => {
    expect(find({ text: 'v1' })).toEqual([])
    expect(find({ text: 't1' })).toEqual([])
  })
})

describe('the text index', () => {
  it('has what a crash kept from it at the next start', () => {
    const folder = tempFolder()
    const { leads: store } = openTestStorage(folder)
    store.insert([newLead({ lastName: 'Neverindexed' })])
    // The files as a crash right after the commit leaves them: nothing is indexed yet.
    const copy = tempFolder()
    cpSync(folder, copy, { recursive: true })
    const again = openTestStorage(copy)
    expect(again.leads.page(leadQuery({ text: 'neverindexed' }), null, null, 10)).toHaveLength(1)
  })

  it('goes over to a new part at 65,536 leads and asks the newest first', async () => {
    const { leads: store } = openTestStorage()
    seedLeads(store, 65_600)
    const found = store.page(leadQuery({ text: 'contoso' }), 65_540, null, 10).map((lead) => lead.id)
    expect(found).toEqual([65_540, 65_539, 65_538, 65_537, 65_536, 65_535, 65_534, 65_533, 65_532, 65_531])
    expect((await store.index(leadQuery({ text: 'contoso' }))).total).toBe(65_600)
    expect(store.page(leadQuery({ text: 'contoso' }), 65_537, 65_533, 10).map((lead) => lead.id)).toEqual([
      65_537, 65_536, 65_535, 65_534,
    ])
  })
})
