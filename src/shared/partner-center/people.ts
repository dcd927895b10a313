/** A country with people who could be customers from there. All are made up. */
export type PeopleOfCountry = {
  readonly country: string
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  /** Numbers that are kept for stories, or that nobody has. */
  readonly phonePrefix: string
}

export const people: readonly PeopleOfCountry[] = [
  {
    country: 'US',
    firstNames: ['Maya', 'Ethan', 'Grace', 'Jordan', 'Ruth', 'Marcus', 'Helen', 'Owen'],
    lastNames: ['Parker', 'Nguyen', 'Ellis', 'Brooks', 'Hayes', 'Coleman', 'Rivera', 'Foster'],
    phonePrefix: '+1 206 555 01',
  },
  {
    country: 'GB',
    firstNames: ['Imogen', 'Rhys', 'Priya', 'Callum', 'Fiona', 'Idris'],
    lastNames: ['Hughes', 'Patel', 'Walsh', 'Barrett', 'Sinclair', 'Okafor'],
    phonePrefix: '+44 20 7946 0',
  },
  {
    country: 'DE',
    firstNames: ['Jörg', 'Annika', 'Matthias', 'Käthe', 'Lukas', 'Birgit'],
    lastNames: ['Müller', 'Schäfer', 'Vogt', 'Weiß', 'Brandt', 'Krüger'],
    phonePrefix: '+49 30 23125 ',
  },
  {
    country: 'FR',
    firstNames: ['Amélie', 'Théo', 'Noémie', 'François', 'Inès', 'Gaël'],
    lastNames: ['Laurent', 'Lefèvre', 'Girard', 'Besançon', 'Moreau', 'Roux'],
    phonePrefix: '+33 1 99 00 ',
  },
  {
    country: 'SE',
    firstNames: ['Lars', 'Åsa', 'Björn', 'Elin', 'Göran', 'Maja'],
    lastNames: ['Öberg', 'Lindqvist', 'Nyström', 'Åkesson', 'Dahl', 'Sjögren'],
    phonePrefix: '+46 8 465 004 ',
  },
  {
    country: 'JP',
    firstNames: ['健二', '美咲', '翔太', 'Yuki', 'Haruto'],
    lastNames: ['田中', '佐藤', '鈴木', 'Kobayashi', 'Mori'],
    phonePrefix: '+81 3 5550 ',
  },
  {
    country: 'TW',
    firstNames: ['美玲', '志明', '雅婷', 'Wei', 'Jia-Hao'],
    lastNames: ['陳', '林', '黃', 'Chang', 'Wu'],
    phonePrefix: '+886 2 5550 ',
  },
  {
    country: 'KZ',
    firstNames: ['Ольга', 'Данияр', 'Айгуль', 'Timur', 'Dina'],
    lastNames: ['Иванова', 'Ахметов', 'Смагулова', 'Kim', 'Petrova'],
    phonePrefix: '+7 727 555 0',
  },
]

export const companies: readonly string[] = [
  'Contoso',
  'Fabrikam',
  'Northwind Traders',
  'Adatum',
  'Litware',
  'Tailspin Toys',
  'Woodgrove Bank',
  'Proseware',
  'Fourth Coffee',
  'Trey Research',
  'Wide World Importers',
  'Lucerne Publishing',
]

export const jobTitles: readonly string[] = [
  'IT manager',
  'Head of purchasing',
  'Managing director',
  'Solution architect',
  'Sales operations lead',
  'Finance manager',
  'Chief technology officer',
  'Office manager',
]

export const wishes: readonly string[] = [
  'Please call me about prices for 50 users.',
  'We would like to see a demo next week.',
  'Does it work with our present system?',
  'Campaigns: ',
  ' ',
  '{"mktcmpid":"autumn","partnerid":"1234567"}',
]
