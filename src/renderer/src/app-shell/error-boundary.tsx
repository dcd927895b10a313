import { type AppErrorData, toErrorData } from '@shared/app-error'
import { Component, type ReactNode } from 'react'
import { ErrorBar } from '../ui/error-text'

type State = { readonly error: AppErrorData | null }

/** Keeps a fault of one view from blanking the window. (React offers this to classes only.) */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: toErrorData(error) }
  }

  override render(): ReactNode {
    return this.state.error ? <ErrorBar error={this.state.error} /> : this.props.children
  }
}
