import type { Exemption } from './member'
import type { ExemptionCategory } from '../contract/words'

export const exemptionLabels: Record<ExemptionCategory, string> = {
  old_age: '年老体弱',
  health: '病休',
  maternity: '产假',
  abroad: '出国',
  resident_in_village: '驻村帮扶',
  mobile: '外出流动',
}

/** What a category lifts unless the exemption lists its own duties. Dues are never lifted. */
export const exemptionDefaults: Record<ExemptionCategory, 'all_but_dues' | readonly string[]> = {
  old_age: 'all_but_dues',
  health: 'all_but_dues',
  maternity: 'all_but_dues',
  abroad: 'all_but_dues',
  // Home-branch meetings only: they are owed at the village (DUTIES row 31).
  resident_in_village: ['member_study'],
  // Meetings may be attended where the member is; nothing is lifted.
  mobile: [],
}

/** Whether somebody has said yes to it: one that is only asked for, or was declined, lifts nothing. */
export const isGranted = ({ state }: Pick<Exemption, 'state'>): boolean =>
  state !== 'asked' && state !== 'declined'

/** Whether an exemption lifts a duty, its dates aside. */
export const lifts = (
  exemption: Pick<Exemption, 'category' | 'dutyIds' | 'state'>,
  dutyId: string,
): boolean => {
  if (dutyId === 'dues' || !isGranted(exemption)) return false
  const lifted = exemption.dutyIds ?? exemptionDefaults[exemption.category]
  return lifted === 'all_but_dues' || lifted.includes(dutyId)
}
