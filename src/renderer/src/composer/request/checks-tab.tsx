import {
  Button,
  Checkbox,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components'
import { AddRegular, CheckmarkCircle16Filled, DeleteRegular, DismissCircle16Filled } from '@fluentui/react-icons'
import { assertNever } from '@shared/assert-never'
import type { Check, CheckResult } from '@shared/request/check'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useTranslation } from 'react-i18next'
import { changeDraft } from '../../state/composer-store'
import { useSend } from '../../state/send-store'
import { structurallyEqual } from '../../state/structurally-equal'
import { VariableField } from '../../ui/variable-field'
import { VisibleText } from '../../ui/visible-text'
import { blankCheck, checkTypes } from './blank-check'
import styles from './checks-tab.module.css'
import { headerNames } from './header-suggestions'
import { useRowIds } from './use-row-ids'

type ChecksTabProps = {
  readonly draftId: string
  readonly checks: readonly Check[]
  readonly scopes: readonly VariableScope[]
}

/** What is asked of every answer, with what the last one said to it. */
export function ChecksTab({ draftId, checks, scopes }: ChecksTabProps) {
  const { t } = useTranslation('request')
  const send = useSend(draftId)
  const entry = send.state === 'done' ? send.entry : null
  const { ids, removeId } = useRowIds(checks.length)
  const change = (next: readonly Check[]) => changeDraft(draftId, { checks: [...next] })
  const status = entry?.outcome.kind === 'answered' ? entry.outcome.answer.status : null
  return (
    <div className={styles.checks}>
      <p className={styles.intro}>{t('checks.intro')}</p>
      {checks.length > 0 ? (
        <table className={styles.table} aria-label={t('checks.label')}>
          <tbody>
            {checks.map((check, index) => (
              <tr key={ids[index]}>
                <td className={styles.use}>
                  <Checkbox
                    checked={check.enabled}
                    aria-label={t('checks.use')}
                    onChange={(_, data) => change(checks.with(index, { ...check, enabled: data.checked === true }))}
                  />
                </td>
                <th scope="row">{t(`checks.type.${check.type}`)}</th>
                <td>
                  <CheckFields
                    check={check}
                    scopes={scopes}
                    onChange={(changed) => change(checks.with(index, changed))}
                  />
                </td>
                <td className={styles.result}>
                  <Result
                    result={entry?.checkResults.find((result) => structurallyEqual(result.check, check)) ?? null}
                  />
                </td>
                <td className={styles.delete}>
                  <Tooltip content={t('checks.delete')} relationship="label">
                    <Button
                      appearance="subtle"
                      size="small"
                      icon={<DeleteRegular />}
                      onClick={() => {
                        removeId(index)
                        change(checks.toSpliced(index, 1))
                      }}
                    />
                  </Tooltip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" icon={<AddRegular />} className={`${styles.add}`}>
            {t('checks.add')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {checkTypes.map((type) => (
              <MenuItem key={type} onClick={() => change([...checks, blankCheck(type, status)])}>
                {t(`checks.type.${type}`)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}

type CheckFieldsProps = {
  readonly check: Check
  readonly scopes: readonly VariableScope[]
  readonly onChange: (check: Check) => void
}

function CheckFields({ check, scopes, onChange }: CheckFieldsProps) {
  const { t } = useTranslation('request')
  const field = (label: string, value: string, set: (value: string) => void, suggestions?: readonly string[]) => (
    <VariableField
      label={label}
      placeholder={label}
      value={value}
      scopes={scopes}
      onChange={set}
      {...(suggestions === undefined ? {} : { suggestions })}
    />
  )
  const expected = (value: string, set: (value: string) => void) => field(t('checks.expected'), value, set)
  switch (check.type) {
    case 'status':
      return field(t('checks.statusExpected'), check.expected, (value) => onChange({ ...check, expected: value }))
    case 'time-below':
      return (
        <Input
          className={`${styles.number}`}
          aria-label={t('checks.milliseconds')}
          contentAfter="ms"
          inputMode="numeric"
          value={`${check.milliseconds}`}
          onChange={(_, { value }) =>
            onChange({ ...check, milliseconds: Math.min(3_600_000, Number(value.replace(/\D/g, ''))) })
          }
        />
      )
    case 'header-exists':
      return field(t('checks.headerName'), check.name, (name) => onChange({ ...check, name }), headerNames)
    case 'header-equals':
      return (
        <div className={styles.pair}>
          {field(t('checks.headerName'), check.name, (name) => onChange({ ...check, name }), headerNames)}
          {expected(check.expected, (value) => onChange({ ...check, expected: value }))}
        </div>
      )
    case 'json-exists':
      return field(t('checks.path'), check.path, (path) => onChange({ ...check, path }))
    case 'json-equals':
      return (
        <div className={styles.pair}>
          {field(t('checks.path'), check.path, (path) => onChange({ ...check, path }))}
          {expected(check.expected, (value) => onChange({ ...check, expected: value }))}
        </div>
      )
    default:
      return assertNever(check)
  }
}

/** Green or red, always with icon and word. */
function Result({ result }: { readonly result: CheckResult | null }) {
  const { t } = useTranslation('request')
  if (result === null) return <span className={styles.notRun}>{t('checks.notRun')}</span>
  const { passed, actual } = result
  return (
    <span className={passed ? styles.passed : styles.failed}>
      {passed ? <CheckmarkCircle16Filled aria-hidden /> : <DismissCircle16Filled aria-hidden />}
      <span className={styles.word}>{passed ? t('checks.passed') : t('checks.failed')}</span>
      {passed ? null : (
        <span className={styles.found}>
          {actual === null ? (
            t('checks.foundNothing')
          ) : (
            <VisibleText text={t('checks.found', { actual })} light maxLength={120} />
          )}
        </span>
      )}
    </span>
  )
}
