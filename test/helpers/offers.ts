import type { Offer } from '@shared/partner-center/offer'
import type { StepDetail, Validation, ValidationStepName } from '@shared/partner-center/validation'
import { onTestFinished } from 'vitest'
import { createPartnerCenter, type PartnerCenterParts } from '../../src/engine/partner-center/create-partner-center'
import type { RunningEngine } from './engine'
import { openTestStorage } from './open-test-storage'

export const contactEmails = ['leads@contoso.example', 'sales@contoso.example']

type Handlers = Pick<RunningEngine, 'handlers'>['handlers']

/** An offer that is connected to a URL. */
export async function connectedOffer(
  handlers: Pick<Handlers, 'offer.create' | 'offer.connect'>,
  url: string,
): Promise<Offer> {
  const offer = await handlers['offer.create']({ name: 'CRM Connector', offerId: 'contoso.crm-connector' })
  return handlers['offer.connect']({ id: offer.id, connection: { url, contactEmails } })
}

/** Partner Center alone, with times as short as the test wants; closed when the test ends. */
export function startPartnerCenter(options: Partial<PartnerCenterParts> = {}) {
  const partnerCenter = createPartnerCenter({ storage: openTestStorage(), publish: () => undefined, ...options })
  onTestFinished(() => partnerCenter.close())
  return partnerCenter
}

/** `address passed, reached failed, …` */
export function stepsOf({ steps }: Validation): readonly string[] {
  return steps.map(({ name, state }) => `${name} ${state}`)
}

export function detailOf<Kind extends StepDetail['kind']>(
  { steps }: Validation,
  name: ValidationStepName,
  kind: Kind,
): Extract<StepDetail, { readonly kind: Kind }> {
  const step = steps.find((candidate) => candidate.name === name)
  const detail = step && 'detail' in step ? step.detail : null
  if (detail?.kind !== kind) throw new Error(`The step ${name} has no ${kind}: ${JSON.stringify(step)}`)
  // The kind was just compared; the compiler does not narrow a generic member.
  return detail as Extract<StepDetail, { readonly kind: Kind }>
}
