import { createDOMRenderer, FluentProvider, RendererProvider, webLightTheme } from '@fluentui/react-components'
import { useLayoutEffect } from 'react'
import { AppShell } from './app-shell/app-shell'
import { cspNonce } from './styles/csp-nonce'
import { useTheme } from './styles/use-theme'

const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce: cspNonce() } })

/** The root: Fluent's theme and, under the strict CSP, its style sheets. */
export function App() {
  const theme = useTheme()
  // Scroll bars and other parts that the browser draws follow the theme too.
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = theme === webLightTheme ? 'light' : 'dark'
  }, [theme])
  return (
    <RendererProvider renderer={renderer}>
      <FluentProvider theme={theme}>
        <AppShell />
      </FluentProvider>
    </RendererProvider>
  )
}
