import { writeToken } from '../template/template'
import type { CreateRecordAction } from './action'

const token = (...path: readonly string[]): string => writeToken({ source: 'body', path })
const user = (name: string): string => token('UserDetails', name)

/**
 * The columns that a new *Create a new record* begins with: every field of a lead in the CRM's own names
 * (facts: "Where leads go").
 */
export const defaultColumns: Readonly<Record<CreateRecordAction['system'], CreateRecordAction['columns']>> = {
  dataverse: [
    { name: 'subject', value: `${token('OfferTitle')} (${token('ActionCode')})` },
    { name: 'firstname', value: user('FirstName') },
    { name: 'lastname', value: user('LastName') },
    { name: 'companyname', value: user('Company') },
    { name: 'jobtitle', value: user('Title') },
    { name: 'emailaddress1', value: user('Email') },
    { name: 'telephone1', value: user('Phone') },
    { name: 'address1_country', value: user('Country') },
    { name: 'description', value: `${token('LeadSource')}\n${token('Description')}` },
    // 8 is "Web".
    { name: 'leadsourcecode', value: '8' },
  ],
  salesforce: [
    { name: 'first_name', value: user('FirstName') },
    { name: 'last_name', value: user('LastName') },
    { name: 'email', value: user('Email') },
    { name: 'phone', value: user('Phone') },
    { name: 'company', value: user('Company') },
    { name: 'title', value: user('Title') },
    { name: 'country', value: user('Country') },
    { name: 'description', value: `${token('OfferTitle')} (${token('ActionCode')})\n${token('Description')}` },
    { name: 'lead_source', value: token('LeadSource') },
  ],
  hubspot: [
    { name: 'firstname', value: user('FirstName') },
    { name: 'lastname', value: user('LastName') },
    { name: 'email', value: user('Email') },
    { name: 'phone', value: user('Phone') },
    { name: 'company', value: user('Company') },
    { name: 'country', value: user('Country') },
    { name: 'jobtitle', value: user('Title') },
  ],
}
