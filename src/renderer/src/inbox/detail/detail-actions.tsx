import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToggleButton,
  Tooltip,
} from '@fluentui/react-components'
import {
  ArrowExportRegular,
  CopyRegular,
  DeleteRegular,
  DraftsRegular,
  MailReadRegular,
  MailUnreadRegular,
  MoreHorizontalRegular,
  PinFilled,
  PinRegular,
  SendRegular,
} from '@fluentui/react-icons'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyLead, markLeads } from '../list/lead-actions'
import { openResend } from '../list/resend-store'
import { useChosenActions } from '../list/use-chosen-actions'
import { openInComposer } from '../open-in-composer'
import { CopySecretsDialog } from './copy-secrets-dialog'
import styles from './detail-actions.module.css'
import { exportFormats, exportLead } from './export-lead'

const nothing = () => undefined

/** What can be done with the lead that is shown. */
export function DetailActions({ detail: { summary } }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation(['detail', 'inbox'])
  const [isWarning, setIsWarning] = useState(false)
  // Deleting moves the list on to the next lead, which only the list's own action knows.
  const chosen = useChosenActions(nothing)
  const { id, pinned, unread } = summary
  const pinLabel = pinned ? t('inbox:list.act.unpin') : t('inbox:list.act.pin')
  return (
    <div className={styles.actions} role="toolbar" aria-label={t('detail:action.bar')}>
      <Tooltip content={pinLabel} relationship="label">
        <ToggleButton
          appearance="subtle"
          size="small"
          checked={pinned}
          icon={pinned ? <PinFilled /> : <PinRegular />}
          onClick={() => void markLeads({ ids: [id] }, { pinned: !pinned })}
        />
      </Tooltip>
      <Tooltip content={t('inbox:list.act.openInComposer')} relationship="label">
        <Button size="small" icon={<DraftsRegular />} onClick={() => void openInComposer(summary)}>
          <span className={styles.word}>{t('inbox:list.act.openInComposer')}</span>
        </Button>
      </Tooltip>
      <Menu>
        <MenuTrigger>
          <MenuButton size="small" className={styles.menu} icon={<CopyRegular />}>
            <span className={styles.word}>{t('detail:action.copy')}</span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void copyLead(id, 'json')}>{t('inbox:list.act.copyJson')}</MenuItem>
            <MenuItem onClick={() => void copyLead(id, 'curl')}>{t('inbox:list.act.copyCurl')}</MenuItem>
            <MenuItem onClick={() => setIsWarning(true)}>{t('detail:action.copyCurlWithSecrets')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Menu>
        <MenuTrigger>
          <MenuButton size="small" className={styles.menu} icon={<ArrowExportRegular />}>
            <span className={styles.word}>{t('detail:action.export')}</span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {exportFormats.map((format) => (
              <MenuItem key={format} onClick={() => void exportLead(id, format)}>
                {t(`inbox:list.export.${format}`)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Menu>
        <MenuTrigger>
          <Tooltip content={t('detail:action.more')} relationship="label">
            <Button appearance="subtle" size="small" icon={<MoreHorizontalRegular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={unread ? <MailReadRegular /> : <MailUnreadRegular />}
              onClick={() => void markLeads({ ids: [id] }, { unread: !unread })}
            >
              {unread ? t('inbox:list.act.markRead') : t('inbox:list.act.markUnread')}
            </MenuItem>
            <MenuItem icon={<SendRegular />} onClick={openResend}>
              {t('inbox:list.act.resend')}
            </MenuItem>
            <MenuItem icon={<DeleteRegular />} onClick={chosen.delete}>
              {t('inbox:list.act.delete')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isWarning ? <CopySecretsDialog leadId={id} onClose={() => setIsWarning(false)} /> : null}
    </div>
  )
}
