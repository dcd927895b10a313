import answer from '@resources/locales/en/answer.json'
import bar from '@resources/locales/en/bar.json'
import body from '@resources/locales/en/body.json'
import collections from '@resources/locales/en/collections.json'
import common from '@resources/locales/en/common.json'
import connections from '@resources/locales/en/connections.json'
import detail from '@resources/locales/en/detail.json'
import diagnosis from '@resources/locales/en/diagnosis.json'
import doctor from '@resources/locales/en/doctor.json'
import error from '@resources/locales/en/error.json'
import explain from '@resources/locales/en/explain.json'
import finding from '@resources/locales/en/finding.json'
import flowActions from '@resources/locales/en/flowActions.json'
import flowRuns from '@resources/locales/en/flowRuns.json'
import flows from '@resources/locales/en/flows.json'
import frame from '@resources/locales/en/frame.json'
import guide from '@resources/locales/en/guide.json'
import history from '@resources/locales/en/history.json'
import inbox from '@resources/locales/en/inbox.json'
import lead from '@resources/locales/en/lead.json'
import partner from '@resources/locales/en/partner.json'
import rehearsal from '@resources/locales/en/rehearsal.json'
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
  connections,
  detail,
  diagnosis,
  doctor,
  error,
  explain,
  finding,
  flowActions,
  flowRuns,
  flows,
  frame,
  guide,
  history,
  inbox,
  lead,
  rehearsal,
  partner,
  request,
  run,
  runner,
  settings,
} as const
