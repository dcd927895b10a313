/**
 * The documented fields of a lead, in the order of the articles' sample (`resources/samples/lead-sample-2020.json`).
 * `Description` is in the schema since April 2020.
 */
export const leadFields = [
  { key: 'firstName', path: ['UserDetails', 'FirstName'] },
  { key: 'lastName', path: ['UserDetails', 'LastName'] },
  { key: 'email', path: ['UserDetails', 'Email'] },
  { key: 'phone', path: ['UserDetails', 'Phone'] },
  { key: 'country', path: ['UserDetails', 'Country'] },
  { key: 'company', path: ['UserDetails', 'Company'] },
  { key: 'title', path: ['UserDetails', 'Title'] },
  { key: 'leadSource', path: ['LeadSource'] },
  { key: 'actionCode', path: ['ActionCode'] },
  { key: 'offerTitle', path: ['OfferTitle'] },
  { key: 'description', path: ['Description'] },
] as const

/** A documented field's key in our data, from the database column to the label. */
export type LeadFieldKey = (typeof leadFields)[number]['key']

/** The path that the documentation gives a field, e.g. `['UserDetails', 'FirstName']`. */
export function documentedPath(key: LeadFieldKey): readonly string[] {
  for (const field of leadFields) if (field.key === key) return field.path
  return []
}
