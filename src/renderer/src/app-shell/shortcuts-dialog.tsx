import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { composerCommandIds, composerCommandLabel, composerShortcuts } from '../composer/composer-shortcuts'
import { useView } from '../state/view-store'
import { Kbd } from '../ui/kbd'
import { useReturnFocus } from '../ui/use-return-focus'
import { type CommandId, commandIds, commandLabel, notInComposer, shortcuts } from './commands'
import styles from './shortcuts-dialog.module.css'

/** Keys of the list of leads, which the list itself handles; names are `listKey.<id>`. */
const listKeys = [
  { id: 'move', keys: ['↑', '↓', 'J', 'K'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'search', keys: ['/'] },
  { id: 'pin', keys: ['P'] },
  { id: 'delete', keys: ['Delete'] },
  { id: 'extend', keys: ['Shift+↓'] },
  { id: 'all', keys: ['Ctrl+A'] },
] as const

/** Keys of the composer that are no commands of their own; names are `composerKey.<id>`. */
const composerKeys = [
  { id: 'send', keys: ['Ctrl+Enter'] },
  { id: 'rename', keys: ['F2'] },
  { id: 'move', keys: ['Alt+↑', 'Alt+↓'] },
] as const

/** Every key of the app, by where it works. */
export function ShortcutsDialog() {
  const { t } = useTranslation('frame')
  const open = useView((state) => state.open)
  useReturnFocus()
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && open(null)}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('shortcuts.title')}</DialogTitle>
          <DialogContent className={styles.columns} tabIndex={0}>
            <section>
              <h3 className={styles.heading}>{t('shortcuts.everywhere')}</h3>
              <dl className={styles.list}>
                {commandIds.map((id) => (notInComposer.includes(id) ? null : <CommandRow key={id} id={id} />))}
              </dl>
            </section>
            <section>
              <h3 className={styles.heading}>{t('shortcuts.inbox')}</h3>
              <dl className={styles.list}>
                {notInComposer.map((id) => (
                  <CommandRow key={id} id={id} />
                ))}
                {listKeys.map(({ id, keys }) => (
                  <Row key={id} name={t(`listKey.${id}`)} keys={keys} />
                ))}
              </dl>
            </section>
            <section>
              <h3 className={styles.heading}>{t('shortcuts.composer')}</h3>
              <dl className={styles.list}>
                {composerKeys.map(({ id, keys }) => (
                  <Row key={id} name={t(`composerKey.${id}`)} keys={keys} />
                ))}
                {composerCommandIds.map((id) =>
                  composerShortcuts[id].length > 0 ? (
                    <Row key={id} name={composerCommandLabel(id)} keys={composerShortcuts[id]} />
                  ) : null,
                )}
              </dl>
            </section>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('close', { ns: 'common' })}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function CommandRow({ id }: { readonly id: CommandId }) {
  const keys = shortcuts[id]
  return keys ? <Row name={commandLabel(id)} keys={[keys]} /> : null
}

function Row({ name, keys }: { readonly name: string; readonly keys: readonly string[] }) {
  const { t } = useTranslation('frame')
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd className={styles.keys}>
        {keys.map((key, at) => (
          <Fragment key={key}>
            {at > 0 ? <span className={styles.or}>{t('shortcuts.or')}</span> : null}
            <Kbd keys={key} />
          </Fragment>
        ))}
      </dd>
    </div>
  )
}
