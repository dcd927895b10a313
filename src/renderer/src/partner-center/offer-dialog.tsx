import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../composer/save/form-dialog'
import { useDeed } from '../composer/save/use-deed'
import { callEngine } from '../state/bridge'
import { usePartnerCenter } from '../state/partner-center-store'
import { focusWhenThere } from '../ui/focus-when-there'
import { closeOfferDialog, createOffer } from './offer-deeds'

/** Asks for the name and the ID of a new offer, or of one that gets another name. */
export function OfferDialog() {
  const { t } = useTranslation('partner')
  const dialog = usePartnerCenter((state) => state.dialog)
  const known = dialog?.kind === 'rename' ? dialog.offer : null
  const [name, setName] = useState(known?.name ?? '')
  const [offerId, setOfferId] = useState(known?.offerId ?? '')
  const deed = useDeed()
  const isIdValid = !/[|\s]/.test(offerId.trim())
  const submit = () =>
    deed.run(async () => {
      const details = { name: name.trim(), offerId: offerId.trim() }
      if (known) await callEngine('offer.change', { id: known.id, changes: details })
      else await createOffer(details.name, details.offerId)
      closeOfferDialog()
      // To what comes next.
      if (!known) focusWhenThere('[data-place="connection"]')
    })
  return (
    <FormDialog
      title={t(known ? 'dialog.rename' : 'dialog.new')}
      submit={t(known ? 'dialog.save' : 'dialog.create')}
      canSubmit={name.trim() !== '' && isIdValid}
      isBusy={deed.isBusy}
      error={deed.error}
      onSubmit={() => void submit()}
      onClose={closeOfferDialog}
    >
      <Field label={t('dialog.name')} hint={t('dialog.nameHint')} required>
        <Input value={name} maxLength={200} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field
        label={t('dialog.offerId')}
        hint={t('dialog.offerIdHint')}
        {...(isIdValid ? {} : { validationMessage: t('dialog.offerIdInvalid') })}
      >
        <Input
          value={offerId}
          maxLength={200}
          placeholder={t('dialog.offerIdPlaceholder')}
          onChange={(_, { value }) => setOfferId(value)}
        />
      </Field>
    </FormDialog>
  )
}
