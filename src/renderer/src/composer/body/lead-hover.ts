import type { Extension } from '@codemirror/state'
import { hoverTooltip, type Tooltip } from '@codemirror/view'
import { knownActionCode } from '@shared/lead/action-code'
import { knownLeadSource, parseLeadSource } from '@shared/lead/lead-source'
import { visibleString } from '@shared/text/visible-string'
import { findVariables } from '@shared/variables/resolve-text'
import type { TFunction } from 'i18next'
import styles from './code-editor.module.css'
import { jsonContextAt } from './json-context'
import { typeName } from './lead-completion'
import { fieldOfPath, schemaProperties } from './lead-knowledge'

type Texts = TFunction<['body', 'lead']>
type Lines = { readonly title: string; readonly lines: readonly string[] }

/** Explains the documented field under the pointer, and what its value means. */
export function leadHover(t: () => Texts): Extension {
  return hoverTooltip((view, at): Tooltip | null => {
    const context = jsonContextAt(view.state, at)
    if (!context || context.path === null || context.from === context.to) return null
    const written = view.state.sliceDoc(context.from, Math.min(context.to, context.from + 2000))
    // A variable has an explanation of its own.
    const isVariable = findVariables(written).some(
      ({ from, to }) => context.from + from <= at && at <= context.from + to,
    )
    if (isVariable) return null
    const path = context.kind === 'key' ? [...context.path, written.replaceAll('"', '')] : context.path
    const about = aboutField(path, context.kind === 'value' ? written.replace(/^"|"$/g, '') : null, t())
    return about && { pos: context.from, end: context.to, create: () => ({ dom: box(about) }) }
  })
}

function aboutField(path: readonly string[], value: string | null, t: Texts): Lines | null {
  const field = fieldOfPath(path)
  if (field === null) return null
  const name = path[path.length - 1] ?? ''
  const property = schemaProperties(path.slice(0, -1)).find((known) => known.name.toLowerCase() === name.toLowerCase())
  const label = field === 'userDetails' ? t('lead:group.customer') : t(`lead:field.${field}`)
  const type = property ? [t('body:type.schema', { type: typeName(t, property.type) })] : []
  const spelled =
    property && property.name !== name ? [t('body:case', { documented: property.name, sent: visibleString(name) })] : []
  const meaning = value === null ? [] : aboutValue(field, value, t)
  return { title: label, lines: [...meaning, t(`body:meaning.${field}`), ...type, ...spelled] }
}

function aboutValue(field: string, value: string, t: Texts): readonly string[] {
  if (field === 'actionCode') return [t(`lead:actionCode.${knownActionCode(value) ?? 'unknown'}`)]
  if (field !== 'leadSource') return []
  const { source, action, offer } = parseLeadSource(value)
  const part = (key: 'source' | 'action' | 'offer', meaning: string) => `${t(`lead:part.${key}`)}: ${meaning}`
  return [
    part('source', t(`lead:source.${knownLeadSource(source) ?? 'unknown'}`)),
    ...(action === null ? [] : [part('action', t(`lead:actionCode.${knownActionCode(action) ?? 'unknown'}`))]),
    ...(offer === null ? [] : [part('offer', visibleString(offer))]),
  ]
}

/** As text only: values and names are whatever was imported. */
function box({ title, lines }: Lines): HTMLElement {
  const dom = document.createElement('div')
  dom.className = styles.hover ?? ''
  const head = dom.appendChild(document.createElement('strong'))
  head.textContent = title
  for (const line of lines) dom.appendChild(document.createElement('div')).textContent = line
  return dom
}
