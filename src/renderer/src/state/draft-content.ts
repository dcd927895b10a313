import type { ContainerContent, NodeDetail } from '@shared/collection/node-content'
import { newRequest } from '@shared/request/request-template'
import type { Draft } from '@shared/workspace/draft'
import { structurallyEqual } from './structurally-equal'

/** What a container's form edits beside its name and description; a draft has it in `content`. */
export type ContainerForm = Pick<ContainerContent, 'auth' | 'variables'>

/** A tab that nothing is in yet. */
export function blankDraft(id: string, kind: Draft['kind']): Draft {
  return {
    id,
    nodeId: null,
    revision: null,
    kind,
    name: '',
    description: '',
    request: kind === 'request' ? newRequest : null,
    checks: [],
    content: '',
    unsaved: false,
    historyId: null,
    selections: {},
  }
}

/** The part of a draft that is saved in a collection: what a draft takes over from its node. */
export function contentOf(
  detail: NodeDetail,
): Pick<Draft, 'kind' | 'name' | 'description' | 'request' | 'checks' | 'content'> {
  switch (detail.kind) {
    case 'request': {
      const { name, description, request, checks } = detail.content
      return { kind: 'request', name, description, request, checks: [...checks], content: '' }
    }
    case 'collection':
    case 'folder': {
      const { name, description, auth, variables } = detail.content
      return {
        kind: 'container',
        name,
        description,
        request: null,
        checks: [],
        content: writeContainerForm({ auth, variables }),
      }
    }
    case 'example':
      return {
        kind: 'example',
        name: detail.content.name,
        description: '',
        request: detail.content.request,
        checks: [],
        content: '',
      }
  }
}

/** A draft of a saved node, with nothing edited. */
export function draftOf(id: string, detail: NodeDetail): Draft {
  return { ...blankDraft(id, 'request'), ...contentOf(detail), nodeId: detail.id, revision: detail.revision }
}

/**
 * Whether a draft holds something that is not saved. @param saved what is in the file; null for a draft that was never
 * saved (or whose node is gone), which is unsaved as soon as there is anything in it.
 */
export function isUnsaved(draft: Draft, saved: NodeDetail | null): boolean {
  if (draft.kind === 'runner' || draft.kind === 'history' || draft.kind === 'example') return false
  const { name, description, request, checks, content } = draft
  if (saved === null) {
    const blank = blankDraft(draft.id, draft.kind)
    return !structurallyEqual(
      { description, request, checks, content },
      { description: blank.description, request: blank.request, checks: blank.checks, content: blank.content },
    )
  }
  const base = contentOf(saved)
  if (name !== base.name || description !== base.description) return true
  if (!structurallyEqual(request, base.request) || !structurallyEqual(checks, base.checks)) return true
  return content !== base.content && !structurallyEqual(readContainerForm(content), readContainerForm(base.content))
}

/** Pure: the draft as it may be journalled. Values of secret variables are kept in the keyring's box only. */
export function withoutSecrets(draft: Draft): Draft {
  const form = readContainerForm(draft.content)
  if (!form?.variables.some(({ secret }) => secret)) return draft
  const variables = form.variables.map((variable) => (variable.secret ? { ...variable, value: '' } : variable))
  return { ...draft, content: writeContainerForm({ ...form, variables }) }
}

/** Pure: a draft from the journal with the secret values that are saved. One that was typed and not saved is lost. */
export function withSavedSecrets(draft: Draft, saved: NodeDetail): Draft {
  const form = readContainerForm(draft.content)
  if (!form || (saved.kind !== 'collection' && saved.kind !== 'folder')) return draft
  const values = new Map(saved.content.variables.map(({ name, value, secret }) => [name, secret ? value : '']))
  const variables = form.variables.map((variable) =>
    variable.secret && variable.value === '' ? { ...variable, value: values.get(variable.name) ?? '' } : variable,
  )
  return { ...draft, content: writeContainerForm({ ...form, variables }) }
}

export function writeContainerForm(form: ContainerForm): string {
  return JSON.stringify({ auth: form.auth, variables: form.variables })
}

/** The form in a draft's `content`, which only this app writes; null when there is none. */
export function readContainerForm(content: string): ContainerForm | null {
  if (content === '') return null
  try {
    const { auth, variables }: Partial<ContainerForm> = JSON.parse(content)
    return auth && variables ? { auth, variables } : null
  } catch {
    return null
  }
}
