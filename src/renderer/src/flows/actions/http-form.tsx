import { Switch } from '@fluentui/react-components'
import type { FlowAction, HttpAction } from '@shared/flow/action'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../settings/number-field'
import { TemplateField } from '../dynamic/template-field'
import { checkActionUrl } from './check-action-url'
import { Choice } from './choice'
import { HeadersField } from './headers-field'
import { Labelled } from './labelled'
import styles from './step-form.module.css'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

type HttpFormProps = { readonly action: HttpAction; readonly onChange: (action: FlowAction) => void }

/** *HTTP*: the lead is handed on to any URL. */
export function HttpForm({ action, onChange }: HttpFormProps) {
  const { t } = useTranslation('flowActions')
  const set = (changes: Partial<HttpAction>) => onChange({ ...action, ...changes })
  const problem = checkActionUrl(action.url)
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <div className={styles.fixed}>
          <Choice
            label={t('http.method')}
            value={action.method}
            options={methods.map((method) => ({ value: method, label: method }))}
            onChange={(method) => set({ method })}
          />
        </div>
        <div className={styles.grow}>
          <Labelled label={t('http.url')}>
            <TemplateField
              label={t('http.url')}
              placeholder={t('http.urlPlaceholder')}
              value={action.url}
              onChange={(url) => set({ url })}
            />
            {problem === null ? null : (
              <span className={styles.warning} role="status">
                {t(`http.problem.${problem}`)}
              </span>
            )}
          </Labelled>
        </div>
      </div>
      <HeadersField headers={action.headers} onChange={(headers) => set({ headers })} />
      {action.method === 'GET' ? null : (
        <Labelled label={t('http.body')} hint={t('http.bodyHint')}>
          <TemplateField multiline label={t('http.body')} value={action.body} onChange={(body) => set({ body })} />
        </Labelled>
      )}
      <NumberField
        label={t('http.timeout')}
        unit={t('http.seconds')}
        value={action.timeoutSeconds}
        min={1}
        max={120}
        invalid={t('http.timeoutInvalid')}
        onSave={(timeoutSeconds) => set({ timeoutSeconds })}
      />
      <div>
        <Switch
          label={t('http.allowPrivate')}
          checked={action.allowPrivate}
          onChange={(_, { checked }) => set({ allowPrivate: checked })}
        />
        <div className={styles.hint}>{t('http.allowPrivateHint')}</div>
      </div>
    </div>
  )
}
