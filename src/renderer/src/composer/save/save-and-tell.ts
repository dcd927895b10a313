import i18next from 'i18next'
import { saveDraft } from '../../state/draft-saving'
import { showErrorToast } from '../../state/toast-store'

/** Saves a draft as *Save* and Ctrl+S do; a failure is explained. False when it is not saved (yet). */
export async function saveAndTell(draftId: string): Promise<boolean> {
  try {
    return await saveDraft(draftId)
  } catch (error) {
    showErrorToast(i18next.t('failed.save', { ns: 'collections' }), error)
    return false
  }
}
