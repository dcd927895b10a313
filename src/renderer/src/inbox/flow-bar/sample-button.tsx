import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ChevronDownRegular, SendRegular } from '@fluentui/react-icons'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { sendSample } from '../../app-shell/actions'
import styles from './sample-button.module.css'
import { sampleGroups } from './sample-groups'

/** Sends the article's sample lead at a click; its menu has every other sample. */
export function SampleButton() {
  const { t } = useTranslation('bar')
  const { t: tLead } = useTranslation('lead')
  return (
    <div className={styles.split}>
      <Button size="small" icon={<SendRegular />} className={styles.main} onClick={() => void sendSample('article')}>
        {t('sendSample')}
      </Button>
      <Menu positioning={{ position: 'below', align: 'end', autoSize: true }}>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" icon={<ChevronDownRegular />} className={styles.more} aria-label={t('moreSamples')} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {sampleGroups.map((group, index) => (
              <Fragment key={group.id}>
                {index > 0 ? <MenuDivider /> : null}
                <MenuGroup>
                  <MenuGroupHeader>{t(`sampleGroup.${group.id}`)}</MenuGroupHeader>
                  {group.samples.map((id) => (
                    <MenuItem key={id} title={tLead(`sample.${id}.hint`)} onClick={() => void sendSample(id)}>
                      {tLead(`sample.${id}.label`)}
                    </MenuItem>
                  ))}
                </MenuGroup>
              </Fragment>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}
