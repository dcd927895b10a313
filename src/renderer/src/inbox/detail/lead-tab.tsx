import { Button } from '@fluentui/react-components'
import { toJsonPointer } from '@shared/lead/json-pointer'
import type { LeadDetail } from '@shared/lead/lead-detail'
import type { LeadFieldKey } from '@shared/lead/lead-field'
import type { RecognisedLead } from '@shared/lead/recognise'
import { useTranslation } from 'react-i18next'
import type { BodyReading } from './body-json'
import { useDetail } from './detail-store'
import { ActionCodeMeaning, DescriptionParameters, LeadSourceTable } from './field-meanings'
import { FieldRow, OtherFieldRow } from './field-row'
import { FindingLine } from './finding-line'
import { placeFindings } from './findings-in-place'
import styles from './lead-tab.module.css'

const customerFields = ['firstName', 'lastName', 'email', 'phone', 'country', 'company', 'title'] as const

type LeadTabProps = { readonly detail: LeadDetail; readonly body: BodyReading }

/** The lead as a person reads it: every documented field in the articles' order, then what is not documented. */
export function LeadTab({ detail, body }: LeadTabProps) {
  if (body.kind === 'json' && body.lead) return <Lead detail={detail} lead={body.lead} />
  return <NoLead detail={detail} body={body} />
}

function Lead({ detail, lead }: { readonly detail: LeadDetail; readonly lead: RecognisedLead }) {
  const { t } = useTranslation(['detail', 'lead'])
  const places = placeFindings(detail.findings, lead)
  const row = (field: LeadFieldKey) => ({ field, reading: lead.readings[field], findings: places.fields[field] ?? [] })
  return (
    <div className={styles.tab}>
      {places.whole.length > 0 ? (
        <div className={styles.whole}>
          {places.whole.map((finding) => (
            <FindingLine key={`${finding.code} ${finding.pointer} ${finding.message}`} finding={finding} />
          ))}
        </div>
      ) : null}
      <section className={styles.card} aria-labelledby="lead-customer">
        <h3 id="lead-customer">{t('detail:lead.customer')}</h3>
        {places.customer.map((finding) => (
          <FindingLine key={`${finding.code} ${finding.pointer} ${finding.message}`} finding={finding} />
        ))}
        <dl className={styles.fields}>
          {customerFields.map((field) => (
            <FieldRow key={field} {...row(field)} />
          ))}
        </dl>
      </section>
      <section className={styles.card} aria-labelledby="lead-origin">
        <h3 id="lead-origin">{t('detail:lead.origin')}</h3>
        <dl className={styles.fieldsWide}>
          <FieldRow {...row('leadSource')}>
            {lead.texts.leadSource.trim() === '' ? null : <LeadSourceTable parts={lead.source} />}
          </FieldRow>
          <FieldRow {...row('actionCode')}>
            {lead.texts.actionCode.trim() === '' ? null : <ActionCodeMeaning code={lead.texts.actionCode} />}
          </FieldRow>
        </dl>
      </section>
      <section className={styles.card} aria-labelledby="lead-offer">
        <h3 id="lead-offer">{t('detail:lead.offer')}</h3>
        <dl className={styles.fieldsWide}>
          <FieldRow {...row('offerTitle')} />
          <FieldRow {...row('description')}>
            <DescriptionParameters text={lead.texts.description} />
          </FieldRow>
        </dl>
      </section>
      {lead.otherFields.length > 0 ? (
        <section className={styles.card} aria-labelledby="lead-other">
          <h3 id="lead-other">{t('lead:group.other')}</h3>
          <p className={styles.hint}>{t('detail:lead.otherHint')}</p>
          <dl className={styles.fieldsWide}>
            {lead.otherFields.map((other) => {
              const pointer = toJsonPointer(other.sentPath)
              return <OtherFieldRow key={pointer} other={other} findings={places.others.get(pointer) ?? []} />
            })}
          </dl>
        </section>
      ) : null}
    </div>
  )
}

/** There is no lead to show: what came instead, and where to see it. */
function NoLead({ detail, body }: LeadTabProps) {
  const { t } = useTranslation('detail')
  const openTab = useDetail((state) => state.openTab)
  const kind = body.kind === 'json' ? 'not-a-lead' : body.kind
  const isText = kind === 'not-a-lead' || kind === 'not-json' || kind === 'too-deep'
  return (
    <div className={styles.tab}>
      <section className={styles.card}>
        <h3>{t(`noLead.${kind}.title`)}</h3>
        <p>{t(`noLead.${kind}.text`)}</p>
        {detail.findings.map((finding) => (
          <FindingLine key={`${finding.code} ${finding.pointer} ${finding.message}`} finding={finding} />
        ))}
        {kind === 'empty' ? null : (
          <div>
            <Button size="small" onClick={() => openTab(isText ? 'json' : 'raw')}>
              {t('noLead.showBody')}
            </Button>
          </div>
        )}
      </section>
    </div>
  )
}
