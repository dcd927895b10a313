import type { LaunchedApp } from './app'
import { leadBody } from './inbox'
import { post } from './post'

/** Made-up leads as a publisher sees them on an ordinary morning, the oldest first. */
const leads: readonly string[] = [
  leadBody(),
  leadBody({
    FirstName: 'MSFT_TEST_636573304831318844',
    LastName: 'MSFT_TEST_636573304831318844',
    Email: 'MSFT_TEST_636573304831318844@test.com',
    Company: 'MSFT_TEST_636573304831318844',
    LeadSource: 'MSFT_TEST_636573304831318844',
  }),
  leadBody({
    FirstName: 'Amélie',
    LastName: 'Laurent',
    Email: 'amelie@adatum.example',
    Phone: '+33 1 55 55 01 23',
    Country: 'France',
    Company: 'Adatum',
    Title: 'Directrice',
    LeadSource: 'SPZA-PLT|Contoso Insights',
    ActionCode: 'PLT',
    OfferTitle: 'Contoso Insights',
    Description: 'Please call back on a weekday.',
  }),
  leadBody({
    FirstName: 'Kenji',
    LastName: '田中',
    Email: 'kenji@fabrikam.example',
    Phone: null,
    Country: 'Japan',
    Company: 'Fabrikam',
    LeadSource: 'AzureMarketplace-INS|Contoso Backup',
    OfferTitle: 'Contoso Backup',
    Description: null,
  }),
  JSON.stringify({
    userDetails: { firstName: 'Olga', lastName: 'Ivanova', email: 'olga@litware.example', country: 'Kazakhstan' },
    leadSource: 'AzurePortal-Create|Contoso Backup',
    actionCode: 'Create',
    offerTitle: 'Contoso Backup',
  }),
  '{"hello":"world"}',
  leadBody().slice(0, 120),
  leadBody({
    FirstName: 'Lars',
    LastName: 'Öberg',
    Email: 'lars@northwind.example',
    Phone: '+46 8 555 01 23',
    Country: 'Sweden',
    Company: 'Northwind Traders',
    Title: 'IT manager',
    LeadSource: 'AzureMarketplace-StartTestDrive|Contoso Backup',
    ActionCode: 'StartTestDrive',
    OfferTitle: 'Contoso Backup',
    Description: 'Test drive started',
  }),
  leadBody({
    FirstName: 'Lars',
    LastName: 'Öberg',
    Email: 'lars.oberg@northwind.example',
    Phone: '+46 8 555 01 23',
    Country: 'Sweden',
    Company: 'Northwind Traders',
    Title: 'IT manager',
    LeadSource: 'AzureMarketplace-INS|Contoso Backup',
    ActionCode: 'INS',
    OfferTitle: 'Contoso Backup',
    Description: 'Bought after the test drive',
  }),
]

/** Sends the leads of the story, and a request whose URL was cut in the middle of them. */
export async function tellStory({ flowUrl }: LaunchedApp): Promise<void> {
  for (const [at, body] of leads.entries()) {
    if (at === 7)
      await post(flowUrl.slice(0, flowUrl.indexOf('&sig=')), leadBody({ FirstName: 'Mia', LastName: 'Novak' }))
    await post(flowUrl, body)
  }
}

/** How many rows the story leaves in the list. */
export const storyRows = leads.length + 1
