import { type MailNode, readMailHtml } from '@shared/mail/read-html'
import { createElement, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import styles from './mail-body.module.css'

/**
 * A mail's HTML as it would look. It is read into a tree of a few elements and drawn as our own: nothing of it becomes
 * markup, no address in it is ever loaded, and a link is text beside its address.
 */
export function MailBody({ html }: { readonly html: string }) {
  const nodes = useMemo(() => readMailHtml(html), [html])
  return <div className={styles.mail}>{nodes.map(draw)}</div>
}

function draw(node: MailNode, at: number): ReactNode {
  // Nodes have no identity but their place in the mail, which is replaced as a whole.
  const key = `${at}`
  if (node.kind === 'text') return <VisibleText key={key} text={collapse(node.text)} light />
  if (node.name === 'a') return <Link key={key} node={node} />
  if (node.name === 'br' || node.name === 'hr') return createElement(node.name, { key })
  return createElement(node.name, { key }, node.children.map(draw))
}

function Link({ node }: { readonly node: Extract<MailNode, { readonly kind: 'element' }> }) {
  const { t } = useTranslation('rehearsal')
  const words = textOf(node)
  return (
    <span title={t('mail.link', { address: node.href })}>
      <span className={styles.linkText}>{node.children.map(draw)}</span>
      {node.href === '' || node.href === words ? null : (
        <span className={styles.address}>
          {' ('}
          <VisibleText text={node.href} light maxLength={200} />)
        </span>
      )}
    </span>
  )
}

function textOf(node: MailNode): string {
  return node.kind === 'text' ? node.text : node.children.map(textOf).join('')
}

/** As a mail program does: line breaks of the source are blanks. */
function collapse(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ')
}
