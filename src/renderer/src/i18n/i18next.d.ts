import 'i18next'
import type { english } from './english'

declare module 'i18next' {
  /** Makes every key a type: a text that is missing from the English locale does not compile. */
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof english
  }
}
