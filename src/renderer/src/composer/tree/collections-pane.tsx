import { Button, Link, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readCollections, useCollections } from '../../state/collections-store'
import { useComposerDialog } from '../../state/composer-dialog-store'
import { ErrorBar } from '../../ui/error-text'
import { CollectionTree } from './collection-tree'
import styles from './collections-pane.module.css'
import { focusTree } from './focus-tree'
import { TreeMenu } from './tree-menu'
import { TreeSearch } from './tree-search'
import { useTree } from './tree-store'
import { TreeToolbar } from './tree-toolbar'

/** The left of the composer: the collections with their search and what can be added. */
export function CollectionsPane() {
  const { t } = useTranslation('collections')
  const { collections, loaded, error } = useCollections()
  const search = useTree((state) => state.search)
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const isEmpty = loaded && collections.length === 0
  return (
    <section className={styles.pane} aria-label={t('tree.name')}>
      <TreeToolbar />
      <div className={styles.search}>
        <TreeSearch onDone={focusTree} />
      </div>
      {error ? (
        <ErrorBar error={error}>
          <Button size="small" onClick={() => void readCollections()}>
            {t('view.retry')}
          </Button>
        </ErrorBar>
      ) : null}
      {!loaded && !error ? <Spinner className={styles.hint} size="tiny" label={t('tree.loading')} /> : null}
      {isEmpty ? <EmptyTree /> : <CollectionTree onMenu={setMenuAt} onNothing={<Nothing text={search} />} />}
      {menuAt ? <TreeMenu at={menuAt} onClose={() => setMenuAt(null)} /> : null}
    </section>
  )
}

function EmptyTree() {
  const { t } = useTranslation('collections')
  const { open } = useComposerDialog.getState()
  return (
    <div className={styles.hint}>
      <strong>{t('tree.empty')}</strong>
      <p>{t('tree.emptyBody')}</p>
      <Button size="small" appearance="primary" onClick={() => open({ kind: 'new-collection' })}>
        {t('tree.emptyNew')}
      </Button>
      <Button size="small" onClick={() => open({ kind: 'import' })}>
        {t('tree.emptyImport')}
      </Button>
    </div>
  )
}

function Nothing({ text }: { readonly text: string }) {
  const { t } = useTranslation('collections')
  return (
    <div className={styles.hint}>
      <p>{t('tree.none', { text: text.trim() })}</p>
      <Link as="button" onClick={() => useTree.setState({ search: '' })}>
        {t('tree.clear')}
      </Link>
    </div>
  )
}
