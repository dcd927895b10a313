import testLeadText from '@resources/samples/lead-partner-center-test.json?raw'
import articleText from '@resources/samples/lead-sample-2020.json?raw'
import { assertNever } from '../assert-never'
import type { JsonObject } from '../json-value'
import type { SampleId } from './sample-id'

/** A sample as it goes over the wire. */
export type Sample = { readonly body: Uint8Array<ArrayBuffer>; readonly contentType: string }

/** The article's sample and Partner Center's test lead exactly as documented; the others are that sample, changed. */
export function buildSample(id: SampleId): Sample {
  return { body: new TextEncoder().encode(sampleText(id)), contentType: 'application/json; charset=utf-8' }
}

/** Who the article's sample is about; every other sample says only what it changes. */
const person = {
  FirstName: 'Some',
  LastName: 'One',
  Email: 'someone@contoso.com',
  Phone: '16175555555',
  Country: 'USA',
  Company: 'Contoso',
  Title: 'Esquire',
}

const lead = {
  UserDetails: person,
  LeadSource: 'AzureMarketplace',
  ActionCode: 'INS',
  OfferTitle: 'Test Microsoft',
  Description: 'Test run through Power Automate',
}

function sampleText(id: SampleId): string {
  switch (id) {
    case 'article':
      return articleText
    case 'partner-center-test':
      return testLead()
    case 'acquired':
      return changed({ LeadSource: 'AzureMarketplace-INS|contoso.crm-connector', ActionCode: 'INS' })
    case 'contact-me':
      return changed({ LeadSource: 'SPZA-PLT|contoso.crm-connector', ActionCode: 'PLT', Description: 'Campaigns: ' })
    case 'do-not-contact':
      return changed({ LeadSource: 'AzureMarketplace-DNC|contoso.crm-connector', ActionCode: 'DNC' })
    case 'azure-portal-create':
      return changed({ LeadSource: 'AzurePortal-Create|contoso.virtual-machine', ActionCode: 'Create' })
    case 'test-drive':
      return changed({ LeadSource: 'TestDrive-StartTestDrive|contoso.crm-connector', ActionCode: 'StartTestDrive' })
    case 'from-azure-marketplace':
      return changed({ LeadSource: 'AzureMarketplace' })
    case 'from-azure-portal':
      return changed({ LeadSource: 'AzurePortal', ActionCode: 'Create' })
    case 'from-test-drive':
      return changed({ LeadSource: 'TestDrive', ActionCode: 'StartTestDrive' })
    case 'appsource':
      return changed({
        LeadSource: 'SPZA-INS|contoso.crm-connector',
        Description: JSON.stringify({ mktcmpid: 'autumn', partnerid: '1234567' }),
      })
    case 'shape-2018':
      return changed({}, ['Description'])
    case 'camel-case-keys':
      return jsonText(withCamelCaseKeys(lead))
    case 'missing-fields':
      return jsonText({ UserDetails: { Email: person.Email }, LeadSource: lead.LeadSource })
    case 'null-values':
      return changed({ UserDetails: { ...person, Phone: null, Company: null }, Description: null })
    case 'blank-values':
      return changed({ UserDetails: { ...person, FirstName: '', LastName: ' ', Company: '' }, Description: ' ' })
    case 'wrong-types':
      return changed({ UserDetails: { ...person, Phone: 16_175_555_555, Company: { name: 'Contoso' } }, ActionCode: 1 })
    case 'long-names':
      return changed({
        UserDetails: {
          ...person,
          FirstName: 'Maximiliane-Theodora-Wilhelmina '.repeat(8).trim(),
          LastName: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(8),
          Company: 'Contoso International Holdings and Associated Companies '.repeat(6).trim(),
        },
      })
    case 'non-latin-names':
      return changed({
        UserDetails: {
          ...person,
          FirstName: 'Анастасия',
          LastName: '王小明',
          Company: 'شركة كونتوسو',
          Title: 'Räksmörgås 👩‍🔬',
        },
      })
    case 'hostile-strings':
      return changed({
        UserDetails: {
          ...person,
          FirstName: '<script>document.title="broken in"</script>',
          LastName: '=HYPERLINK("http://127.0.0.1/","Click")',
          Company: '<img src=x onerror=alert(1)>',
          Title: 'gpj.exe\u202Etxt.\u0007',
          Country: "'); DROP TABLE lead; --",
        },
        Description: '{{constructor.constructor("return 1")()}} #{7*7} $t(error:unexpected) @{triggerBody()}',
      })
    case 'broken-json':
      return articleText.slice(0, articleText.indexOf('"ActionCode"'))
    case 'duplicate':
      return changed({ UserDetails: { ...person, FirstName: 'Same', LastName: 'Again' }, Description: 'Send me twice' })
    default:
      return assertNever(id)
  }
}

/** The article's lead with other values, and without some of its keys. */
function changed(changes: JsonObject, without: readonly string[] = []): string {
  const entries = Object.entries({ ...lead, ...changes }).filter(([key]) => !without.includes(key))
  return jsonText(Object.fromEntries(entries))
}

function jsonText(value: JsonObject): string {
  return JSON.stringify(value, null, 2)
}

/** As the commercial marketplace's FAQ prints the keys in some languages. */
function withCamelCaseKeys(value: typeof lead): JsonObject {
  const camel = (object: JsonObject) =>
    Object.fromEntries(Object.entries(object).map(([key, part]) => [key[0]?.toLowerCase() + key.slice(1), part]))
  return camel({ ...value, UserDetails: camel(value.UserDetails) })
}

/** The digits of a test lead vary, so that each is a new lead; 18 of them, as in the documented one. */
function testLead(): string {
  let digits = '63'
  while (digits.length < 18) digits += Math.floor(Math.random() * 10)
  return testLeadText.replaceAll(/(?<=MSFT_TEST_)\d+/g, digits)
}
