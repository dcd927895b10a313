import { Button, Field } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine, callShell } from '../state/bridge'
import { showToast } from '../state/toast-store'
import { ErrorBar } from '../ui/error-text'

/** Saves the certificate of the HTTPS listener, for local senders that must trust it. */
export function CertificateButton() {
  const { t } = useTranslation('settings')
  const [error, setError] = useState<AppErrorData | null>(null)
  const exportCertificate = async () => {
    try {
      const text = await callEngine('receiver.certificate', {})
      const file = await callShell('file.save-text', { suggestedName: 'lead-inspector', extension: 'pem', text })
      setError(null)
      if (file) showToast({ intent: 'success', title: t('certificate.saved', { name: file.name }) })
    } catch (failure) {
      setError(toErrorData(failure))
    }
  }
  return (
    <>
      <Field hint={t('certificate.hint')}>
        <div>
          <Button icon={<ArrowDownloadRegular />} onClick={() => void exportCertificate()}>
            {t('certificate.export')}
          </Button>
        </div>
      </Field>
      {error ? <ErrorBar error={error} /> : null}
    </>
  )
}
