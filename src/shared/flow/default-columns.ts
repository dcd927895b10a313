import { documentedPath, type LeadFieldKey } from '../lead/lead-field'
import { writeToken } from '../template/template'
import type { CreateRecordAction } from './action'

type Column = CreateRecordAction['columns'][number]

/**
 * The columns of a CRM's lead with the fields of the marketplace's lead that belong there. What has no column of its
 * own goes into the description. Names: facts §6 (Dataverse Web API, Salesforce web-to-lead, HubSpot contacts).
 */
export function defaultColumns(system: CreateRecordAction['system']): readonly Column[] {
  switch (system) {
    case 'dataverse':
      return [
        { name: 'subject', value: token('offerTitle') },
        { name: 'firstname', value: token('firstName') },
        { name: 'lastname', value: token('lastName') },
        { name: 'companyname', value: token('company') },
        { name: 'jobtitle', value: token('title') },
        { name: 'emailaddress1', value: token('email') },
        { name: 'telephone1', value: token('phone') },
        { name: 'address1_country', value: token('country') },
        { name: 'description', value: everythingElse },
        // The choice "Web".
        { name: 'leadsourcecode', value: '8' },
      ]
    case 'salesforce':
      return [
        { name: 'first_name', value: token('firstName') },
        { name: 'last_name', value: token('lastName') },
        { name: 'email', value: token('email') },
        { name: 'phone', value: token('phone') },
        { name: 'company', value: token('company') },
        { name: 'title', value: token('title') },
        { name: 'country', value: token('country') },
        { name: 'description', value: everythingElse },
        { name: 'lead_source', value: token('leadSource') },
      ]
    case 'hubspot':
      return [
        { name: 'firstname', value: token('firstName') },
        { name: 'lastname', value: token('lastName') },
        { name: 'email', value: token('email') },
        { name: 'phone', value: token('phone') },
        { name: 'company', value: token('company') },
        { name: 'country', value: token('country') },
        { name: 'jobtitle', value: token('title') },
      ]
  }
}

function token(key: LeadFieldKey): string {
  return writeToken({ source: 'body', path: documentedPath(key) })
}

const everythingElse = [
  `Offer: ${token('offerTitle')}`,
  `Lead source: ${token('leadSource')}`,
  `Action code: ${token('actionCode')}`,
  token('description'),
].join('\n')
