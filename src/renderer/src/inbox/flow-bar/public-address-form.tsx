import { Button, Field, Input } from '@fluentui/react-components'
import { readPublicBaseUrl } from '@shared/flow/public-base-url'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeAppSettings, useSettings } from '../../state/settings-store'
import { showErrorToast } from '../../state/toast-store'
import styles from './public-address-form.module.css'

/** Takes the tunnel's address as it was pasted, says what is wrong with it, and makes the flow's URL public with it. */
export function PublicAddressForm({ onSaved }: { readonly onSaved: () => void }) {
  const { t } = useTranslation('bar')
  const saved = useSettings((state) => state.settings.publicBaseUrl)
  const [text, setText] = useState(saved)
  const [checked, setChecked] = useState(false)
  const reading = readPublicBaseUrl(text)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (reading.state !== 'usable') return
    await keep({ publicBaseUrl: reading.url, urlBase: 'public' })
  }
  const keep = async (changes: { readonly publicBaseUrl: string; readonly urlBase: 'local' | 'public' }) => {
    try {
      await changeAppSettings(changes)
      onSaved()
    } catch (error) {
      showErrorToast(t('baseNotChanged'), error)
    }
  }
  const message = () => {
    switch (reading.state) {
      case 'usable':
        if (reading.insecure) return { validationState: 'warning', validationMessage: t('address.http') } as const
        return reading.url === text.trim()
          ? {}
          : ({ validationState: 'none', validationMessage: t('address.cleaned', { url: reading.url }) } as const)
      case 'empty':
        return checked ? ({ validationState: 'error', validationMessage: t('address.empty') } as const) : {}
      case 'not-http':
        return {
          validationState: 'error',
          validationMessage: t('address.notHttp', { scheme: reading.scheme }),
        } as const
      case 'local':
        return { validationState: 'error', validationMessage: t('address.localOnly', { host: reading.host }) } as const
      case 'not-an-address':
        return checked ? ({ validationState: 'error', validationMessage: t('address.notAnAddress') } as const) : {}
    }
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <Field className={styles.field} label={t('address.label')} size="small" {...message()}>
        <Input
          size="small"
          value={text}
          placeholder={t('address.placeholder')}
          spellCheck={false}
          onChange={(_, data) => {
            setText(data.value)
            setChecked(false)
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary">
          {t('address.use')}
        </Button>
        {saved ? (
          <Button size="small" onClick={() => void keep({ publicBaseUrl: '', urlBase: 'local' })}>
            {t('address.forget')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
