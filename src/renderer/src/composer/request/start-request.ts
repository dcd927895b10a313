import { type NewRequestOptions, openNewRequest } from '../../state/composer-store'
import { urlFieldId } from './url-field-id'

/** Opens a request that is not saved yet, with the keyboard in its URL: that is what comes next. Gives the draft's id. */
export function startRequest(options: NewRequestOptions = {}): string {
  const id = openNewRequest(options)
  // After a closing menu has given the keyboard back.
  requestAnimationFrame(() => document.getElementById(urlFieldId(id))?.focus())
  return id
}
