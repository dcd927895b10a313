import { assertNever } from '@shared/assert-never'
import type { Ajv as AjvCore, Options } from 'ajv'
import { Ajv } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019'
import { Ajv2020 } from 'ajv/dist/2020'
import Ajv04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type { SchemaDraft } from './inspect-schema'

/**
 * A validator for one schema: the `id` that the articles print collides when an Ajv meets it a second time.
 * @param onWarning gets what Ajv's strict mode would refuse; users' schemas are taken as they are
 */
export function createAjv(
  draft: SchemaDraft,
  formats: ReadonlySet<string>,
  onWarning: (text: string) => void,
): AjvCore {
  const options: Options = {
    allErrors: true,
    verbose: true,
    // Only unknown keywords and formats are worth a word: the other rules are about style.
    strict: false,
    strictSchema: 'log',
    unicodeRegExp: false,
    logger: { log: onWarning, warn: onWarning, error: onWarning },
  }
  const ajv = construct(draft, options)
  addFormats(ajv)
  for (const format of formats) {
    if (ajv.formats[format] !== undefined) continue
    // Ajv would throw; the specification and the trigger let pass what they do not know.
    ajv.addFormat(format, true)
    onWarning(`unknown format "${format}" ignored`)
  }
  return ajv
}

function construct(draft: SchemaDraft, options: Options): AjvCore {
  switch (draft) {
    case 'draft-04':
      return new Ajv04(options)
    case 'draft-07':
      return new Ajv(options)
    case '2019-09':
      return new Ajv2019(options)
    case '2020-12':
      return new Ajv2020(options)
    default:
      return assertNever(draft)
  }
}
