import type { NewLead } from '../../src/engine/storage/lead-store'
import { newLead } from './leads'

/** Numbers from 0 (included) to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A lead with what a test changes; `text` are its fields. */
export function buildNewLead(changes: Partial<NewLead> & { readonly text?: Partial<NewLead['fields']> } = {}): NewLead {
  const { text, ...rest } = changes
  return newLead(text ?? {}, rest)
}

const firstNames = 'Anna,Björn,Chen,Dmitri,Elena,Fatima,Gustav,Hana,Ivan,Jane,Kenji,Lars,Maria,Nils,Olga,Pierre'.split(
  ',',
)
const syllables = 'an,ber,con,dal,er,fors,gren,holm,ing,kov,lund,mark,nor,ov,per,quist,ros,son,tan,ud,ver,win'.split(
  ',',
)
const companyEndings = ['Ltd', 'AB', 'GmbH', 'Inc', 'SARL', '株式会社']
const countries = 'US,SE,DE,FR,GB,JP,CN,IN,BR,CA,AU,NL,NO,FI,DK,ES,IT,PL,UA,CH'.split(',')
const actionCodes = ['INS', 'INS', 'INS', 'CNS', 'PLT', 'DNC', 'GST', 'CWS']
const sources = ['AzureMarketplace', 'AzureMarketplace', 'AppSource', 'AzurePortal']
const commonVerdicts = [
  'matches',
  'matches',
  'matches',
  'matches-with-warnings',
  'does-not-match',
  'not-a-lead',
] as const

const answerHeaders = [
  ['Cache-Control', 'no-cache'],
  ['Pragma', 'no-cache'],
  ['Expires', '-1'],
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ['x-ms-workflow-run-id', '08584123456789012345678901234CU21'],
  ['x-ms-correlation-id', '1b4e28ba-2fa1-11d2-883f-0016d3cca427'],
  ['x-ms-client-tracking-id', '08584123456789012345678901234CU21'],
  ['x-ms-execution-location', 'uksouth'],
  ['x-ms-workflow-id', '0123456789abcdef0123456789abcdef'],
] as const

/**
 * Leads like real ones, about 400 bytes of body each: the word `contoso` is in all of them, names are many, offers few,
 * two in a hundred say the same as an earlier one. The same for the same seed.
 */
export function createLeadGenerator(seed = 1): (position: number) => NewLead {
  const random = createRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('Nothing to pick from.')
    return item
  }
  const word = (): string => pick(syllables) + pick(syllables) + pick(syllables)
  return (position) => {
    const firstName = pick(firstNames)
    const lastName = word()
    const company = `${word()} ${pick(companyEndings)}`
    const text = {
      firstName,
      lastName,
      company,
      email: `${firstName}.${lastName}@${word()}.example`.toLowerCase(),
      phone: `+1 425 ${Math.floor(random() * 10_000_000)}`,
      country: pick(countries),
      source: pick(sources),
      actionCode: pick(actionCodes),
      offerTitle: `Contoso offer ${Math.floor(random() * 20)}`,
      description: '',
    }
    const body = Buffer.from(
      JSON.stringify({
        UserDetails: {
          FirstName: firstName,
          LastName: lastName,
          Email: text.email,
          Phone: text.phone,
          Country: text.country,
          Company: company,
          Title: 'Chief tester',
        },
        LeadSource: `${text.source}-${text.actionCode}|${text.offerTitle}`,
        ActionCode: text.actionCode,
        OfferTitle: text.offerTitle,
        Description: 'Wants to be called back on a weekday, and to know what the offer costs.',
      }),
    )
    const base = newLead(text)
    const content = Math.floor(random() < 0.02 ? random() * position : position)
    const fingerprint = new Uint8Array(16)
    // Spread as a hash is: neighbours in time are no neighbours in the index.
    new DataView(fingerprint.buffer).setUint32(0, Math.imul(content + 1, 2_654_435_761) >>> 0)
    return {
      ...base,
      request: { ...base.request, receivedAt: base.request.receivedAt + position * 50, body, bodySize: body.length },
      verdict: pick(commonVerdicts),
      isTest: random() < 0.05,
      fingerprint,
      searchText: `${text.source}-${text.actionCode}|${text.offerTitle}`,
      answer: { ...base.answer, headers: answerHeaders },
    }
  }
}

/** Stores generated leads in large batches. @param onProgress hears of each batch with the number stored so far */
export function seedLeads(
  leads: { readonly insert: (batch: readonly NewLead[]) => unknown },
  count: number,
  { seed = 1, batchSize = 5000, onProgress }: SeedOptions = {},
): void {
  const next = createLeadGenerator(seed)
  for (let stored = 0; stored < count; ) {
    const size = Math.min(batchSize, count - stored)
    const first = stored
    leads.insert(Array.from({ length: size }, (_, position) => next(first + position)))
    stored += size
    onProgress?.(stored)
  }
}

export type SeedOptions = {
  readonly seed?: number
  readonly batchSize?: number
  readonly onProgress?: (stored: number) => void
}
