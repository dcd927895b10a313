import answer from '@resources/locales/en/answer.json'
import bar from '@resources/locales/en/bar.json'
import body from '@resources/locales/en/body.json'
import collections from '@resources/locales/en/collections.json'
import common from '@resources/locales/en/common.json'
import detail from '@resources/locales/en/detail.json'
import diagnosis from '@resources/locales/en/diagnosis.json'
import doctor from '@resources/locales/en/doctor.json'
import error from '@resources/locales/en/error.json'
import explain from '@resources/locales/en/explain.json'
import finding from '@resources/locales/en/finding.json'
import frame from '@resources/locales/en/frame.json'
import history from '@resources/locales/en/history.json'
import inbox from '@resources/locales/en/inbox.json'
import lead from '@resources/locales/en/lead.json'
import request from '@resources/locales/en/request.json'
import run from '@resources/locales/en/run.json'
import runner from '@resources/locales/en/runner.json'
import settings from '@resources/locales/en/settings.json'

/** The English texts, the source of every other language. */
export const english = {
  answer,
  bar,
  body,
  collections,
  common,
  detail,
  diagnosis,
  doctor,
  error,
  explain,
  finding,
  frame,
  history,
  inbox,
  lead,
  request,
  run,
  runner,
  settings,
} as const
