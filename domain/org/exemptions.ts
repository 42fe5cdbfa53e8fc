import type { ExemptionCategory } from '../contract/words'
import type { Exemption } from './member'

export const exemptionLabels: Record<ExemptionCategory, string> = {
  old_age: '年老体弱',
  health: '病休',
  maternity: '产假',
  abroad: '出国',
  resident_in_village: '驻村帮扶',
  mobile: '外出流动',
}

/** Whether somebody has said yes to it: one that is only asked for, or was declined, lifts nothing. */
export const isGranted = ({ state }: Pick<Exemption, 'state'>): boolean =>
  state !== 'asked' && state !== 'declined'
