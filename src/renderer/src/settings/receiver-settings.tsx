import { Button, Field, Radio, RadioGroup, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../state/engine-store'
import { useSettings } from '../state/settings-store'
import { ErrorBar } from '../ui/error-text'
import { CertificateButton } from './certificate-button'
import { ListenOnAllDialog } from './listen-on-all-dialog'
import { NumberField } from './number-field'
import { useSave } from './use-save'

/** Where the receiver listens. */
export function ReceiverSettings() {
  const { t } = useTranslation('settings')
  const engine = useSettings((state) => state.settings.engine)
  const receiver = useEngine((state) => state.hydration?.receiver)
  const { save, error } = useSave()
  const [asking, setAsking] = useState(false)
  const inUse = receiver?.state === 'port-in-use' ? receiver : null
  const portProblem = (port: number) => (inUse?.port === port ? t('port.inUse') : undefined)
  const sameNumber = engine.httpsEnabled && engine.port === engine.httpsPort && engine.port !== 0
  return (
    <>
      {error ? <ErrorBar error={error} /> : null}
      <NumberField
        label={t('port.label')}
        hint={t('port.hint')}
        value={engine.port}
        min={1}
        max={65_535}
        invalid={t('port.invalid')}
        problem={portProblem(engine.port)}
        onSave={(port) => void save({ engine: { port } })}
      />
      {inUse && inUse.freePort !== null ? (
        <Button onClick={() => void save({ engine: { port: inUse.freePort ?? engine.port } })}>
          {t('receiver.usePort', { ns: 'frame', port: `${inUse.freePort}` })}
        </Button>
      ) : null}
      <Field label={t('listenOn.label')} hint={t(`listenOn.${engine.listenOn}Hint`)}>
        <RadioGroup
          value={engine.listenOn}
          onChange={(_, data) =>
            data.value === 'all' ? setAsking(true) : void save({ engine: { listenOn: 'loopback' } })
          }
        >
          <Radio value="loopback" label={t('listenOn.loopback')} />
          <Radio value="all" label={t('listenOn.all')} />
        </RadioGroup>
      </Field>
      {asking ? (
        <ListenOnAllDialog
          onClose={() => setAsking(false)}
          onConfirm={() => void save({ engine: { listenOn: 'all' } })}
        />
      ) : null}
      <Field label={t('https.label')} hint={t('https.hint')}>
        <Switch
          checked={engine.httpsEnabled}
          label={t(engine.httpsEnabled ? 'on' : 'off')}
          onChange={(_, data) => void save({ engine: { httpsEnabled: data.checked } })}
        />
      </Field>
      {engine.httpsEnabled ? (
        <>
          <NumberField
            label={t('https.port')}
            value={engine.httpsPort}
            min={1}
            max={65_535}
            invalid={t('port.invalid')}
            problem={sameNumber ? t('https.samePort') : portProblem(engine.httpsPort)}
            onSave={(httpsPort) => void save({ engine: { httpsPort } })}
          />
          <CertificateButton />
        </>
      ) : null}
    </>
  )
}
