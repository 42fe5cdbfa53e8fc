import type { Emulator } from '../emulator/types'

/** An instant of Shanghai: `shanghai('2026-09-24T08:05')`. */
export const shanghai = (moment: string): number => Date.parse(`${moment}:00+08:00`)

/** What a run of the timer at that moment sent somebody: the page each message opens, and what it says. */
export async function remindedAt(emulator: Emulator, moment: string, as = 'demo-member') {
  emulator.clock.set(shanghai(moment))
  const before = emulator.outbox().length
  await emulator.invoke('remind', {}, {})
  return emulator
    .outbox()
    .slice(before)
    .filter(({ openid }) => openid === as)
    .map(({ page, data }) => ({ page, text: JSON.stringify(data) }))
}
