import schema2018 from '@resources/schemas/lead-schema-2018.json?raw'
import schema2019 from '@resources/schemas/lead-schema-2019.json?raw'
import schema2020 from '@resources/schemas/lead-schema-2020.json?raw'

export const leadSchemaIds = ['2018', '2019', '2020'] as const

export type LeadSchemaId = (typeof leadSchemaIds)[number]

/**
 * The "Request Body JSON Schema" exactly as the articles of each year print it, by year. 2018 names its `$schema` with
 * `http://`, the later ones with `https://`; 2020 adds `Description`.
 */
export const leadSchemas: Readonly<Record<LeadSchemaId, string>> = {
  '2018': schema2018,
  '2019': schema2019,
  '2020': schema2020,
}
