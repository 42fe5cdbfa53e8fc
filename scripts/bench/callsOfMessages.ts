import type { Invocation } from '../../emulator/types'

/** How many of a run's calls its reminders cause by themselves; the rest is looking for who is due. */
export const callsOfMessages = ({ calls }: Invocation): number =>
  calls.filter(
    ({ action, collection }) =>
      action.startsWith('wx.openApi') ||
      (/insert|modify/.test(action) && (collection === 'reminders' || collection === 'credits')),
  ).length
