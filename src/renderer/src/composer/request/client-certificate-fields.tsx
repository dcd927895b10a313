import { Button, Field } from '@fluentui/react-components'
import { CertificateRegular, DeleteRegular, KeyRegular } from '@fluentui/react-icons'
import type { RequestSettings } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { showErrorToast } from '../../state/toast-store'
import { VariableField } from '../../ui/variable-field'
import { chooseFiles } from './choose-files'
import { FileChip } from './file-chip'
import styles from './request-tabs.module.css'

type ClientCertificate = RequestSettings['clientCertificate']

type ClientCertificateFieldsProps = {
  readonly certificate: ClientCertificate
  readonly scopes: readonly VariableScope[]
  readonly onChange: (certificate: ClientCertificate) => void
}

/** The certificate that the sender shows: PEM with its key, or a PFX file that has both. */
export function ClientCertificateFields({ certificate, scopes, onChange }: ClientCertificateFieldsProps) {
  const { t } = useTranslation('request')
  const isPfx = /\.(?:pfx|p12)$/i.test(certificate?.certificate.path ?? '')
  const choose = async (what: 'certificate' | 'key') => {
    try {
      const extensions = what === 'key' ? ['pem', 'key'] : ['pem', 'crt', 'cer', 'pfx', 'p12']
      const [file] = await chooseFiles(extensions, false)
      if (!file) return
      if (what === 'certificate') onChange({ key: null, passphrase: '', ...certificate, certificate: file })
      else if (certificate) onChange({ ...certificate, key: file })
    } catch (error) {
      showErrorToast(t('body.fileFailed'), error)
    }
  }
  return (
    <Field label={t('settings.certificate')} hint={t('settings.certificateHint')}>
      <div className={styles.files}>
        {certificate ? (
          <>
            <FileChip path={certificate.certificate.path} onRemove={() => onChange(null)} />
            {certificate.key ? (
              <FileChip path={certificate.key.path} onRemove={() => onChange({ ...certificate, key: null })} />
            ) : null}
            {!certificate.key && !isPfx ? (
              <Button size="small" icon={<KeyRegular />} onClick={() => void choose('key')}>
                {t('settings.chooseKey')}
              </Button>
            ) : null}
            <div className={styles.passphrase}>
              <VariableField
                secret
                label={t('settings.passphrase')}
                placeholder={t('settings.passphrase')}
                value={certificate.passphrase}
                scopes={scopes}
                onChange={(passphrase) => onChange({ ...certificate, passphrase })}
              />
            </div>
            <Button size="small" icon={<DeleteRegular />} onClick={() => onChange(null)}>
              {t('settings.removeCertificate')}
            </Button>
          </>
        ) : (
          <Button size="small" icon={<CertificateRegular />} onClick={() => void choose('certificate')}>
            {t('settings.chooseCertificate')}
          </Button>
        )}
      </div>
    </Field>
  )
}
