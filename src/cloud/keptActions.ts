import type { Action } from '@domain/contract/actions'

/** Whose answers outlive the network: one's own data, the meetings one goes to, and the expected lists of those one runs; nothing of others is kept on a phone. */
export const keptActions = [
  'identity.me',
  'identity.work',
  'activity.list',
  'activity.view',
  'activity.board',
  'progress.home',
  'progress.records',
  'deed.list',
  'reminder.inbox',
  'reminder.settings',
] as const satisfies readonly Action[]
export type KeptAction = (typeof keptActions)[number]
