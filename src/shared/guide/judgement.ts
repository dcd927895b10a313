import { visibleString } from '../text/visible-string'
import type { GuidePlace, GuideSeen, GuideSeenCode } from './guide-steps'

/** A step by itself, before it is known which is the next one. */
export type Judgement = { readonly isDone: boolean; readonly seen: GuideSeen | null; readonly place: GuidePlace }

export function seen(code: GuideSeenCode, params: GuideSeen['params'] = {}, at: number | null = null): GuideSeen {
  return { code, params, at }
}

/** A name of the user's, or of an imported file, as it may stand in a sentence. */
export function shownName(name: string): string {
  return visibleString(name.length > 80 ? `${name.slice(0, 79)}…` : name)
}
