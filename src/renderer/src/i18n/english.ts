import bar from '@resources/locales/en/bar.json'
import common from '@resources/locales/en/common.json'
import detail from '@resources/locales/en/detail.json'
import diagnosis from '@resources/locales/en/diagnosis.json'
import error from '@resources/locales/en/error.json'
import finding from '@resources/locales/en/finding.json'
import frame from '@resources/locales/en/frame.json'
import inbox from '@resources/locales/en/inbox.json'
import lead from '@resources/locales/en/lead.json'
import settings from '@resources/locales/en/settings.json'

/** The English texts, the source of every other language. */
export const english = { bar, common, detail, diagnosis, error, finding, frame, inbox, lead, settings } as const
