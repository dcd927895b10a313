import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english } from './english'

/** Starts the translations. Keys are typed by the English texts; one namespace a file in `resources/locales/<language>`. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: english },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
