import { assertNever } from '@shared/assert-never'
import type { Check } from '@shared/request/check'

export const checkTypes = [
  'status',
  'time-below',
  'header-exists',
  'header-equals',
  'json-exists',
  'json-equals',
] as const satisfies readonly Check['type'][]

/** What *Add a check* begins with. @param status of the last answer, which the new check then expects; null for none */
export function blankCheck(type: Check['type'], status: number | null): Check {
  switch (type) {
    case 'status':
      return { type, enabled: true, expected: status === null ? '2xx' : `${status}` }
    case 'time-below':
      return { type, enabled: true, milliseconds: 2000 }
    case 'header-exists':
      return { type, enabled: true, name: '' }
    case 'header-equals':
      return { type, enabled: true, name: '', expected: '' }
    case 'json-exists':
      return { type, enabled: true, path: '' }
    case 'json-equals':
      return { type, enabled: true, path: '', expected: '' }
    default:
      return assertNever(type)
  }
}
