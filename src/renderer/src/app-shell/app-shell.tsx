import { FlowsHost } from '../flows/flows-host'
import { InboxView } from '../inbox/inbox-view'
import { SettingsView } from '../settings/settings-view'
import { useView } from '../state/view-store'
import { AboutDialog } from './about-dialog'
import styles from './app-shell.module.css'
import { CommandPalette } from './command-palette'
import { ComposerHost } from './composer-host'
import { DropTarget } from './drop-target'
import { ErrorBoundary } from './error-boundary'
import { GuideHost } from './guide-host'
import { JobToasts } from './job-toasts'
import { Notices } from './notices'
import { PartnerCenterHost } from './partner-center-host'
import { Rail } from './rail'
import { ShortcutsDialog } from './shortcuts-dialog'
import { StatusBar } from './status-bar'
import { ToastHost } from './toast-host'
import { useFocusInView } from './use-focus-in-view'
import { useShortcuts } from './use-shortcuts'

/** The frame: the rail, the view, the status bar, and what lies over them. */
export function AppShell() {
  useShortcuts()
  const host = useFocusInView()
  const view = useView((state) => state.view)
  const dialog = useView((state) => state.dialog)
  return (
    <div className={styles.frame}>
      <Rail />
      <main ref={host} tabIndex={-1} className={styles.view}>
        <Notices />
        {view === 'composer' ? null : (
          <ErrorBoundary key={view}>
            {view === 'inbox' ? <InboxView /> : null}
            {view === 'flows' ? <FlowsHost /> : null}
            {view === 'partner-center' ? <PartnerCenterHost /> : null}
            {view === 'guide' ? <GuideHost /> : null}
            {view === 'settings' ? <SettingsView /> : null}
          </ErrorBoundary>
        )}
        <ComposerHost shown={view === 'composer'} />
      </main>
      <StatusBar />
      {dialog === 'palette' ? <CommandPalette /> : null}
      {dialog === 'shortcuts' ? <ShortcutsDialog /> : null}
      {dialog === 'about' ? <AboutDialog /> : null}
      <DropTarget />
      <ToastHost />
      <JobToasts />
    </div>
  )
}
