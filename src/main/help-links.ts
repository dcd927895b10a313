import { shell } from 'electron'

const links = {
  'lead-article':
    'https://learn.microsoft.com/partner-center/marketplace-offers/partner-center-portal/commercial-marketplace-lead-management-instructions-https',
  'power-automate': 'https://learn.microsoft.com/power-automate/oauth-authentication',
  project:
    'https://learn.microsoft.com/partner-center/marketplace-offers/partner-center-portal/commercial-marketplace-get-customer-leads',
} as const

export type HelpTopic = keyof typeof links

/** Opens one of our documentation links in the browser. The list is closed: no other address can get there. */
export async function openHelp(topic: HelpTopic): Promise<void> {
  await shell.openExternal(links[topic])
}
