import { Button, Field, Switch } from '@fluentui/react-components'
import { FolderOpenRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { openDataFolder } from '../app-shell/actions'
import { useEngine } from '../state/engine-store'
import { useSettings } from '../state/settings-store'
import { ErrorBar } from '../ui/error-text'
import styles from './settings-view.module.css'
import { useSave } from './use-save'

export function NotificationSettings() {
  return <SettingSwitch name="notifyNewLeads" />
}

export function StartSettings() {
  return <SettingSwitch name="startWithSystem" />
}

/** Where there is no keyring, secrets are kept for the session unless the user agrees to less. */
export function SecretSettings() {
  return <SettingSwitch name="keepSecretsWithoutKeyring" />
}

/** A setting that is on or off; texts are `<name>.label` and `<name>.hint`. */
function SettingSwitch({
  name,
}: {
  readonly name: 'notifyNewLeads' | 'startWithSystem' | 'keepSecretsWithoutKeyring'
}) {
  const { t } = useTranslation('settings')
  const checked = useSettings((state) => state.settings[name])
  const { save, error } = useSave()
  return (
    <>
      {error ? <ErrorBar error={error} /> : null}
      <Field hint={t(`${name}.hint`)}>
        <Switch
          checked={checked}
          label={t(`${name}.label`)}
          onChange={(_, data) => void save({ [name]: data.checked })}
        />
      </Field>
    </>
  )
}

/** Where the leads lie on the disk. */
export function DataFolderSettings() {
  const { t } = useTranslation('settings')
  const folder = useEngine((state) => state.hydration?.dataFolder)
  return (
    <Field label={t('dataFolder.label')} hint={t('dataFolder.hint')}>
      <div className={styles.row}>
        {folder ? <span className={styles.path}>{folder}</span> : null}
        <Button icon={<FolderOpenRegular />} onClick={() => void openDataFolder()}>
          {t('dataFolder.open')}
        </Button>
      </div>
    </Field>
  )
}
