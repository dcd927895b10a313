import type { LeadNotice } from '@shared/contract/engine-process-wire'
import { shellText } from './texts'

export type NoticeText = { readonly title: string; readonly body: string }

/** The words of a desktop notice. @param count how many leads it stands for; `newest` is the last of them */
export function leadNoticeText(newest: LeadNotice, count: number): NoticeText {
  const who = nameOf(newest)
  if (count === 1) return { title: shellText('notice.one'), body: who }
  return { title: shellText('notice.many', { count }), body: shellText('notice.newest', { who }) }
}

/**
 * Received text for a notice: without control, bidirectional and other invisible characters, and without markup.
 * Linux desktops may read `<b>` and `&amp;` in a body (freedesktop.org, Desktop Notifications Specification, "Markup").
 */
export function plainNoticeText(received: string): string {
  const visible = received
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('&', '＆')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...visible]
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : visible
}

function nameOf(lead: LeadNotice): string {
  const name = plainNoticeText(lead.name)
  const company = plainNoticeText(lead.company)
  if (name === '') return company === '' ? shellText('notice.noName') : company
  return company === '' ? name : shellText('notice.nameAndCompany', { name, company })
}
