import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { AppShell } from './app-shell/app-shell'
import { cspNonce } from './styles/csp-nonce'
import { useTheme } from './styles/use-theme'

const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce: cspNonce() } })

/** The root: Fluent's theme and, under the strict CSP, its style sheets. */
export function App() {
  const theme = useTheme()
  return (
    <RendererProvider renderer={renderer}>
      <FluentProvider theme={theme}>
        <AppShell />
      </FluentProvider>
    </RendererProvider>
  )
}
