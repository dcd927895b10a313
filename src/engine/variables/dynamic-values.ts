import { randomInt, randomUUID } from 'node:crypto'
import type { Faker } from '@faker-js/faker'
import type { DynamicValue } from '@shared/variables/resolve-text'

/**
 * Postman's dynamic variables: every mention has a new value. Loaded with the first request that uses one, since the
 * names and words behind them are large. Source of the names: Postman's "Dynamic variables" documentation and the
 * `postman-collection` package, which a test compares with this list.
 */
export async function loadDynamicValues(): Promise<DynamicValue> {
  const { faker } = await import('@faker-js/faker/locale/en')
  const makers = dynamicMakers(faker)
  return (name) => makers[name]?.() ?? null
}

type Makers = Readonly<Record<string, () => string>>

function dynamicMakers(faker: Faker): Makers {
  const { commerce, company, database, date, finance, hacker, image, internet, lorem, person, system, word } = faker
  return Object.assign(Object.create(null), {
    $guid: () => randomUUID(),
    $timestamp: () => String(Math.floor(Date.now() / 1000)),
    $isoTimestamp: () => new Date().toISOString(),
    $randomInt: () => String(randomInt(0, 1001)),
    $randomUUID: () => randomUUID(),
    $randomAlphaNumeric: () => faker.string.alphanumeric(1),
    $randomBoolean: () => String(faker.datatype.boolean()),
    $randomColor: () => faker.color.human(),
    $randomHexColor: () => faker.color.rgb(),
    $randomAbbreviation: () => hacker.abbreviation(),

    $randomIP: () => internet.ipv4(),
    $randomIPV6: () => internet.ipv6(),
    $randomMACAddress: () => internet.mac(),
    $randomPassword: () => internet.password({ length: 15 }),
    $randomLocale: () => faker.location.language().alpha2,
    $randomUserAgent: () => internet.userAgent(),
    $randomProtocol: () => internet.protocol(),
    $randomSemver: () => system.semver(),
    $randomDomainName: () => internet.domainName(),
    $randomDomainSuffix: () => internet.domainSuffix(),
    $randomDomainWord: () => internet.domainWord(),
    // Postman makes addresses of real providers; a rehearsed lead must not end up in a stranger's mailbox.
    $randomEmail: () => internet.exampleEmail(),
    $randomExampleEmail: () => internet.exampleEmail(),
    $randomUserName: () => internet.username(),
    $randomUrl: () => internet.url(),

    $randomFirstName: () => person.firstName(),
    $randomLastName: () => person.lastName(),
    $randomFullName: () => person.fullName(),
    $randomNamePrefix: () => person.prefix(),
    $randomNameSuffix: () => person.suffix(),
    $randomJobArea: () => person.jobArea(),
    $randomJobDescriptor: () => person.jobDescriptor(),
    $randomJobTitle: () => person.jobTitle(),
    $randomJobType: () => person.jobType(),

    $randomPhoneNumber: () => faker.helpers.replaceSymbols('###-###-####'),
    $randomPhoneNumberExt: () => faker.helpers.replaceSymbols('##-###-###-####'),
    $randomCity: () => faker.location.city(),
    $randomStreetName: () => faker.location.street(),
    $randomStreetAddress: () => faker.location.streetAddress(),
    $randomCountry: () => faker.location.country(),
    $randomCountryCode: () => faker.location.countryCode(),
    $randomLatitude: () => String(faker.location.latitude()),
    $randomLongitude: () => String(faker.location.longitude()),

    $randomAvatarImage: () => image.avatar(),
    $randomImageUrl: () => image.url(),
    ...pictures(faker),
    $randomImageDataUri: () => image.dataUri({ width: 64, height: 64 }),

    $randomBankAccount: () => finance.accountNumber(8),
    $randomBankAccountName: () => finance.accountName(),
    $randomCreditCardMask: () => faker.string.numeric(4),
    $randomBankAccountBic: () => finance.bic(),
    $randomBankAccountIban: () => finance.iban(),
    $randomTransactionType: () => finance.transactionType(),
    $randomCurrencyCode: () => finance.currencyCode(),
    $randomCurrencyName: () => finance.currencyName(),
    $randomCurrencySymbol: () => finance.currencySymbol(),
    $randomBitcoin: () => finance.bitcoinAddress(),
    $randomPrice: () => finance.amount({ min: 0, max: 1000 }),

    $randomCompanyName: () => company.name(),
    $randomCompanySuffix: () => faker.helpers.arrayElement(['Inc', 'LLC', 'Group', 'and Sons']),
    $randomBs: () => company.buzzPhrase(),
    $randomBsAdjective: () => company.buzzAdjective(),
    $randomBsBuzz: () => company.buzzVerb(),
    $randomBsNoun: () => company.buzzNoun(),
    $randomCatchPhrase: () => company.catchPhrase(),
    $randomCatchPhraseAdjective: () => company.catchPhraseAdjective(),
    $randomCatchPhraseDescriptor: () => company.catchPhraseDescriptor(),
    $randomCatchPhraseNoun: () => company.catchPhraseNoun(),

    $randomDatabaseColumn: () => database.column(),
    $randomDatabaseType: () => database.type(),
    $randomDatabaseCollation: () => database.collation(),
    $randomDatabaseEngine: () => database.engine(),

    $randomDateFuture: () => date.future().toString(),
    $randomDatePast: () => date.past().toString(),
    $randomDateRecent: () => date.recent().toString(),
    $randomMonth: () => date.month(),
    $randomWeekday: () => date.weekday(),

    $randomFileName: () => system.fileName(),
    $randomFileType: () => system.fileType(),
    $randomFileExt: () => system.fileExt(),
    $randomCommonFileName: () => system.commonFileName(),
    $randomCommonFileType: () => system.commonFileType(),
    $randomCommonFileExt: () => system.commonFileExt(),
    $randomFilePath: () => `${system.directoryPath()}/${system.fileName()}`,
    $randomDirectoryPath: () => system.directoryPath(),
    $randomMimeType: () => system.mimeType(),

    $randomProduct: () => commerce.product(),
    $randomProductAdjective: () => commerce.productAdjective(),
    $randomProductMaterial: () => commerce.productMaterial(),
    $randomProductName: () => commerce.productName(),
    $randomDepartment: () => commerce.department(),

    $randomNoun: () => hacker.noun(),
    $randomVerb: () => hacker.verb(),
    $randomIngverb: () => hacker.ingverb(),
    $randomAdjective: () => hacker.adjective(),
    $randomPhrase: () => hacker.phrase(),
    $randomWord: () => word.sample(),
    $randomWords: () => word.words(3),

    $randomLoremWord: () => lorem.word(),
    $randomLoremWords: () => lorem.words(),
    $randomLoremSentence: () => lorem.sentence(),
    $randomLoremSentences: () => lorem.sentences(),
    $randomLoremParagraph: () => lorem.paragraph(),
    $randomLoremParagraphs: () => lorem.paragraphs(),
    $randomLoremText: () => lorem.text(),
    $randomLoremSlug: () => lorem.slug(),
    $randomLoremLines: () => lorem.lines(),
  } satisfies Makers)
}

/** Addresses of pictures by subject; the picture itself may be of anything. */
function pictures({ image }: Faker): Makers {
  const subjects = [
    'Abstract',
    'Animals',
    'Business',
    'Cats',
    'City',
    'Fashion',
    'Food',
    'Nature',
    'Nightlife',
    'People',
    'Sports',
    'Transport',
  ]
  return Object.fromEntries(subjects.map((subject) => [`$random${subject}Image`, () => image.url()]))
}
