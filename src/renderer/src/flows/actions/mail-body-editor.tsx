import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { Button, Tooltip } from '@fluentui/react-components'
import { LinkRegular, TextBoldRegular, TextBulletListRegular, TextItalicRegular } from '@fluentui/react-icons'
import { fillTemplate } from '@shared/template/fill-template'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../ui/segmented'
import { useDynamicContent } from '../dynamic/dynamic-content'
import { TemplateField } from '../dynamic/template-field'
import { TokenWarnings } from '../dynamic/template-preview'
import { MailBody } from '../rehearsal/mail-body'
import { escapeHtml, htmlKeys, makeLink, makeList, wrapIn } from './html-commands'
import { htmlMarks } from './html-marks'
import { lineBreaks } from './line-breaks'
import styles from './mail-body-editor.module.css'
import { withNames } from './step-summary'

const fields: Readonly<Record<'edit' | 'html', Extension>> = {
  edit: [htmlKeys, htmlMarks, lineBreaks],
  html: [htmlKeys, htmlMarks],
}

type MailBodyEditorProps = { readonly value: string; readonly onChange: (value: string) => void }

/** The body of a mail: its text with buttons for what people need, its HTML, and the mail as it would look. */
export function MailBodyEditor({ value, onChange }: MailBodyEditorProps) {
  const { t } = useTranslation('flowActions')
  const [shown, setShown] = useState<'edit' | 'html' | 'look'>('edit')
  return (
    <div className={styles.body}>
      <div className={styles.head}>
        <span className={styles.label}>{t('mail.body')}</span>
        <Segmented
          label={t('mail.show')}
          options={[
            { value: 'edit', label: t('mail.edit') },
            { value: 'html', label: t('mail.html'), title: t('mail.htmlHint') },
            { value: 'look', label: t('mail.look') },
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      {shown === 'look' ? (
        <MailLook html={value} />
      ) : (
        <TemplateField
          multiline
          label={t('mail.body')}
          placeholder={t('mail.bodyPlaceholder')}
          value={value}
          more={fields[shown]}
          tools={(editor) => <Tools editor={editor} />}
          onChange={onChange}
          hasPreview={false}
        />
      )}
      <BodyWarnings html={value} />
    </div>
  )
}

function Tools({ editor }: { readonly editor: () => EditorView | null }) {
  const { t } = useTranslation('flowActions')
  const tools = [
    { name: 'bold', Icon: TextBoldRegular, run: (view: EditorView) => wrapIn(view, 'b') },
    { name: 'italic', Icon: TextItalicRegular, run: (view: EditorView) => wrapIn(view, 'i') },
    { name: 'list', Icon: TextBulletListRegular, run: makeList },
    { name: 'link', Icon: LinkRegular, run: (view: EditorView) => makeLink(view, t('mail.linkWords')) },
  ] as const
  return tools.map(({ name, Icon, run }) => (
    <Tooltip key={name} content={t(`mail.${name}`)} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={<Icon />}
        onClick={() => {
          const view = editor()
          if (view) run(view)
        }}
      />
    </Tooltip>
  ))
}

/** The mail with the lead of the preview; without one each token stands there by its name. */
function MailLook({ html }: { readonly html: string }) {
  const { t } = useTranslation('flowActions')
  const { preview } = useDynamicContent()
  const filled = useMemo(
    () => (preview ? fillTemplate(html, preview.outputs, escapeHtml).text : withNames(html)),
    [html, preview],
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.look} tabIndex={0} aria-label={t('mail.look')}>
      {html.trim() === '' ? <span className={styles.quiet}>{t('mail.empty')}</span> : <MailBody html={filled} />}
    </section>
  )
}

function BodyWarnings({ html }: { readonly html: string }) {
  const { preview } = useDynamicContent()
  const filled = useMemo(() => preview && fillTemplate(html, preview.outputs), [html, preview])
  return filled ? <TokenWarnings blank={filled.blank} unknown={filled.unknown} /> : null
}
