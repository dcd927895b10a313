import type { Faker } from '@faker-js/faker'
import type { KnownActionCode } from '@shared/lead/action-code'
import type { LeadLanguage } from '@shared/lead/sample-gallery'

/** The names of a language are large, so each is loaded when it is first asked for. */
async function loadFaker(language: LeadLanguage): Promise<Faker> {
  switch (language) {
    case 'en':
      return (await import('@faker-js/faker/locale/en')).faker
    case 'de':
      return (await import('@faker-js/faker/locale/de')).faker
    case 'fr':
      return (await import('@faker-js/faker/locale/fr')).faker
    case 'es':
      return (await import('@faker-js/faker/locale/es')).faker
    case 'sv':
      return (await import('@faker-js/faker/locale/sv')).faker
    case 'ru':
      return (await import('@faker-js/faker/locale/ru')).faker
    case 'ja':
      return (await import('@faker-js/faker/locale/ja')).faker
    case 'zh':
      return (await import('@faker-js/faker/locale/zh_CN')).faker
  }
}

const countries: Readonly<Record<LeadLanguage, readonly string[]>> = {
  en: ['US', 'GB', 'AU', 'IE'],
  de: ['DE', 'AT', 'CH'],
  fr: ['FR', 'BE', 'CA'],
  es: ['ES', 'MX', 'AR'],
  sv: ['SE', 'FI'],
  ru: ['KZ', 'RU', 'KG'],
  ja: ['JP'],
  zh: ['CN', 'SG'],
}

const wishes: Readonly<Record<LeadLanguage, readonly string[]>> = {
  en: ['Please call me about prices for 50 users.', 'We would like to see a demo next week.'],
  de: ['Bitte rufen Sie mich wegen der Preise für 50 Benutzer an.', 'Wir möchten nächste Woche eine Demo sehen.'],
  fr: [
    'Merci de m’appeler au sujet des prix pour 50 utilisateurs.',
    'Nous aimerions voir une démo la semaine prochaine.',
  ],
  es: ['Por favor, llámeme sobre los precios para 50 usuarios.', 'Nos gustaría ver una demo la próxima semana.'],
  sv: ['Ring mig gärna om priser för 50 användare.', 'Vi vill gärna se en demo nästa vecka.'],
  ru: [
    'Позвоните мне, пожалуйста, по поводу цен на 50 пользователей.',
    'Хотели бы посмотреть демо на следующей неделе.',
  ],
  ja: ['50ユーザー分の価格についてお電話ください。', '来週デモを見たいです。'],
  zh: ['请致电告知50位用户的价格。', '我们希望下周看一次演示。'],
}

const origins = [
  ['AzureMarketplace', 'INS'],
  ['SPZA', 'PLT'],
  ['SPZA', 'INS'],
  ['TestDrive', 'StartTestDrive'],
  ['AzurePortal', 'Create'],
] as const satisfies readonly (readonly [string, KnownActionCode])[]

/**
 * A lead of a made-up person, as JSON text in the articles' shape. E-mail addresses are on the domains that are kept for
 * examples (RFC 2606), so that nobody real is written to.
 * @param seed gives the same lead each time; without one each is new
 */
export async function realisticLead(language: LeadLanguage, seed?: number): Promise<string> {
  const faker = await loadFaker(language)
  faker.seed(seed)
  const firstName = faker.person.firstName()
  const lastName = faker.person.lastName()
  const [source, action] = faker.helpers.arrayElement(origins)
  const offer = faker.helpers.arrayElement(['CRM Connector', 'Invoice Assistant', 'Stock Planner'])
  const lead = {
    UserDetails: {
      FirstName: firstName,
      LastName: lastName,
      Email: addressOf(faker, firstName, lastName),
      Phone: faker.phone.number({ style: 'international' }),
      Country: faker.helpers.arrayElement(countries[language]),
      Company: faker.company.name(),
      Title: faker.person.jobTitle(),
    },
    LeadSource: `${source}-${action}|contoso.${offer.toLowerCase().replace(' ', '-')}`,
    ActionCode: action,
    OfferTitle: `Contoso ${offer}`,
    Description: faker.helpers.arrayElement(wishes[language]),
  }
  return JSON.stringify(lead, null, 2)
}

/** Of names in other scripts nothing readable is left, so these get a number. */
function addressOf(faker: Faker, firstName: string, lastName: string): string {
  const latin = (name: string) =>
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^A-Za-z]/g, '')
      .toLowerCase()
  const parts = [latin(firstName), latin(lastName)].filter((part) => part !== '')
  const name = parts.length === 2 ? parts.join('.') : `customer${faker.number.int({ min: 1000, max: 9999 })}`
  return `${name}@${faker.helpers.arrayElement(['example.com', 'example.org', 'example.net'])}`
}
