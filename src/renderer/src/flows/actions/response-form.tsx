import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons'
import type { FlowAction, ResponseAction } from '@shared/flow/action'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../settings/number-field'
import { TemplateField } from '../dynamic/template-field'
import { HeadersField } from './headers-field'
import { Labelled } from './labelled'
import { responseTrials } from './response-trials'
import styles from './step-form.module.css'

/** Answers later than this find no one who waits. Source: facts §3, the limit of the trigger. */
const senderWaits = 120

type ResponseFormProps = { readonly action: ResponseAction; readonly onChange: (action: FlowAction) => void }

/** *Response*: what the trigger answers, and the answers to try a sender with. */
export function ResponseForm({ action, onChange }: ResponseFormProps) {
  const { t } = useTranslation('flowActions')
  const set = (changes: Partial<ResponseAction>) => onChange({ ...action, ...changes })
  return (
    <div className={styles.form}>
      <div className={styles.buttons}>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button size="small" icon={<BeakerRegular />}>
              {t('response.trials')}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {responseTrials.map(({ id, changes }) => (
                <MenuItem key={id} subText={t(`response.trialHint.${id}`)} onClick={() => set(changes)}>
                  {t(`response.trial.${id}`)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {action.trial === 'drop' ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('response.dropHint')}</MessageBarBody>
        </MessageBar>
      ) : (
        <>
          <NumberField
            label={t('response.status')}
            hint={t('response.statusHint')}
            value={action.status}
            min={200}
            max={599}
            invalid={t('response.statusInvalid')}
            {...(isRedirect(action.status) ? { problem: t('response.statusRedirect') } : {})}
            onSave={(status) => set({ status })}
          />
          <HeadersField headers={action.headers} onChange={(headers) => set({ headers })} />
          <Labelled label={t('http.body')}>
            <TemplateField multiline label={t('http.body')} value={action.body} onChange={(body) => set({ body })} />
          </Labelled>
        </>
      )}
      <NumberField
        label={t('response.delay')}
        unit={t('http.seconds')}
        value={action.delaySeconds}
        min={0}
        max={300}
        invalid={t('response.delayInvalid')}
        {...(action.delaySeconds > senderWaits ? { problem: t('response.delayLong') } : {})}
        onSave={(delaySeconds) => set({ delaySeconds })}
      />
    </div>
  )
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400
}
