import { Button } from '@fluentui/react-components'
import { CheckmarkStarburstRegular, StopRegular } from '@fluentui/react-icons'
import type { Offer } from '@shared/partner-center/offer'
import type { Validation } from '@shared/partner-center/validation'
import { useTranslation } from 'react-i18next'
import { IntentIcon } from '../composer/answer/intent-icon'
import { useValidation } from '../state/partner-center-store'
import { onFirstClick } from '../ui/first-click'
import { LeadTime } from '../ui/lead-time'
import { Card } from './card'
import lines from './lines.module.css'
import { stopValidation, validateOffer } from './send-deeds'
import styles from './validation.module.css'
import { ValidationSteps } from './validation-steps'

/** *Validate*: the test lead, step by step. */
export function ValidateCard({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner')
  const validation = useValidation(offer.id)
  const isConnected = offer.connection !== null
  const isRunning = validation?.state === 'running'
  const action = isRunning ? (
    <Button icon={<StopRegular />} onClick={onFirstClick(() => stopValidation(offer.id))}>
      {t('validate.stop')}
    </Button>
  ) : isConnected ? (
    <Button
      appearance={offer.validatedAt === null ? 'primary' : 'secondary'}
      icon={<CheckmarkStarburstRegular />}
      onClick={onFirstClick(() => validateOffer(offer.id))}
    >
      {t(validation ? 'validate.again' : 'validate.start')}
    </Button>
  ) : null
  return (
    <Card title={t('validate.title')} intro={t('validate.intro')} place="validate" action={action}>
      {isConnected ? null : <p className={lines.quiet}>{t('validate.connectFirst')}</p>}
      {isConnected && validation && validation.steps.length > 0 ? (
        <>
          <p className={styles.outcome}>
            <span role="status" className={lines.remark}>
              <OutcomeIcon state={validation.state} />
              {t(`validate.${validation.state}`)}
            </span>
            <span className={lines.quiet}>
              {t(validation.reason === 'publish' ? 'validate.ofPublish' : 'validate.ofValidate')} ·{' '}
              <LeadTime at={validation.startedAt} />
            </span>
          </p>
          <ValidationSteps validation={validation} />
        </>
      ) : null}
    </Card>
  )
}

function OutcomeIcon({ state }: { readonly state: Validation['state'] }) {
  switch (state) {
    case 'passed':
      return <IntentIcon intent="success" />
    case 'failed':
      return <IntentIcon intent="error" />
    case 'stopped':
    case 'running':
      return <IntentIcon intent="info" />
  }
}
