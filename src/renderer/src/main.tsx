import { createRoot } from 'react-dom/client'
import { App } from './app'
import { startI18n } from './i18n/i18n'
import { connectBridge } from './state/bridge'
import { rememberChosenFlow } from './state/chosen-flow'
import { followEngine } from './state/engine-store'
import { keepFlowDrafts } from './state/flow-drafts'
import { followJobs } from './state/jobs-store'
import { followSettings } from './state/settings-store'
import './styles/base.css'

/** The start of the window: texts, then settings (so that the first paint has the right theme), then the screen. */
async function start(): Promise<void> {
  startI18n()
  rememberChosenFlow(localStorage)
  keepFlowDrafts(localStorage)
  followEngine()
  followJobs()
  connectBridge()
  try {
    await followSettings()
  } finally {
    const root = document.getElementById('root')
    if (root) createRoot(root).render(<App />)
    requestIdleCallback(() => void loadComposerStores())
  }
}

/** After the first paint: the inbox does not wait for the collections. */
async function loadComposerStores(): Promise<void> {
  const { followComposerStores } = await import('./composer/follow-stores')
  followComposerStores()
}

void start()
