import texts from '@resources/locales/en/collections.json'

/** What is said of files and places in the details of errors. */
export const fileTexts = texts.files

/** What the collection that is there at first says. */
export const firstTexts = texts.first
