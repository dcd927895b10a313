import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Radio,
  RadioGroup,
  SpinButton,
} from '@fluentui/react-components'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { useCollections } from '../../state/collections-store'
import { useComposer } from '../../state/composer-store'
import { localFlowUrl } from '../../state/flow-address'
import { useInbox } from '../../state/inbox-store'
import { trackJob } from '../../state/jobs-store'
import { showErrorToast } from '../../state/toast-store'
import { useReturnFocus } from '../../ui/use-return-focus'
import { formatDuration } from '../detail/duration'
import { readChosenIds } from './chosen-ids'
import styles from './resend-dialog.module.css'
import { closeResend, useResend } from './resend-store'
import { environmentUrl, isHttpUrl } from './resend-targets'
import { countSelected } from './selection'
import { useFoundCount } from './use-found-count'

const slowest = 0.1
const fastest = 1000

/** Asks where to and how fast, then sends the chosen leads again as they were received; a toast has the Stop button. */
export function ResendDialog() {
  const isOpen = useResend((state) => state.isOpen)
  return isOpen ? <OpenDialog /> : null
}

function OpenDialog() {
  const { t } = useTranslation(['inbox', 'common'])
  const { selection, query } = useInbox()
  const count = countSelected(selection, useFoundCount())
  const environmentId = useComposer((state) => state.workspace.environmentId)
  const environment = useCollections((state) => state.environments.find(({ id }) => id === environmentId) ?? null)
  const own = localFlowUrl()
  const ofEnvironment = environment ? environmentUrl(environment) : null
  // The first environment names our own receiver: it is offered once.
  const urls = { own, environment: ofEnvironment === own ? null : ofEnvironment }
  const [wish, setWish] = useState<'own' | 'environment' | 'other' | null>(null)
  const [typed, setTyped] = useState('')
  const [isTyping, setIsTyping] = useState(false)
  const [perSecond, setPerSecond] = useState(5)
  useReturnFocus()
  const target = wish ?? (urls.environment !== null ? 'environment' : urls.own !== null ? 'own' : 'other')
  const url = target === 'other' ? typed.trim() : (urls[target] ?? '')
  const isValid = isHttpUrl(url) && count > 0

  const start = async (event: FormEvent) => {
    event.preventDefault()
    if (!isValid) return
    closeResend()
    try {
      const ids = await readChosenIds(selection, query)
      if (ids.length === 0) return
      const { jobId } = await callEngine('leads.resend', { ids: [...ids], url, perSecond })
      const host = new URL(url).host
      trackJob(jobId, t('inbox:list.resend.job', { count: ids.length, host }), ids.length, null)
    } catch (error) {
      showErrorToast(t('inbox:list.failed.resend'), error)
    }
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && closeResend()}>
      <DialogSurface>
        <form onSubmit={(event) => void start(event)}>
          <DialogBody>
            <DialogTitle>{t('inbox:list.resend.title', { count })}</DialogTitle>
            <DialogContent className={styles.content}>
              <Field label={t('inbox:list.resend.where')}>
                <RadioGroup
                  value={target}
                  onChange={(_, { value }) => setWish(value === 'own' || value === 'environment' ? value : 'other')}
                >
                  {urls.environment === null || environment === null ? null : (
                    <Radio
                      value="environment"
                      label={
                        <Target
                          name={t('inbox:list.resend.environment', { name: environment.name })}
                          url={urls.environment}
                        />
                      }
                    />
                  )}
                  {urls.own === null ? null : (
                    <Radio value="own" label={<Target name={t('inbox:list.resend.own')} url={urls.own} />} />
                  )}
                  <Radio value="other" label={t('inbox:list.resend.other')} />
                </RadioGroup>
              </Field>
              {target === 'other' ? (
                <Field
                  label={t('inbox:list.resend.url')}
                  {...(typed === '' || isTyping || isHttpUrl(typed)
                    ? {}
                    : { validationMessage: t('inbox:list.resend.notValid') })}
                >
                  <Input
                    // The signature is seen only while it is being typed.
                    value={isTyping ? typed : maskUrlSecrets(typed)}
                    maxLength={8192}
                    placeholder="https://"
                    onFocus={() => setIsTyping(true)}
                    onBlur={() => setIsTyping(false)}
                    onChange={(_, { value }) => setTyped(value)}
                  />
                </Field>
              ) : null}
              <Field
                label={t('inbox:list.resend.rate')}
                hint={t('inbox:list.resend.takes', { time: formatDuration((count / perSecond) * 1000) })}
              >
                <SpinButton
                  className={styles.rate}
                  min={slowest}
                  max={fastest}
                  value={perSecond}
                  onChange={(_, data) => {
                    const wanted = data.value ?? Number.parseFloat(data.displayValue ?? '')
                    if (Number.isFinite(wanted)) setPerSecond(Math.max(slowest, Math.min(fastest, wanted)))
                  }}
                />
              </Field>
              <p className={styles.note}>{t('inbox:list.resend.consequence')}</p>
            </DialogContent>
            <DialogActions>
              <Button onClick={closeResend}>{t('common:cancel')}</Button>
              <Button appearance="primary" type="submit" disabled={!isValid}>
                {t('inbox:list.resend.start', { count })}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function Target({ name, url }: { readonly name: string; readonly url: string }) {
  return (
    <span className={styles.target}>
      {name}
      <code>{maskUrlSecrets(url)}</code>
    </span>
  )
}
