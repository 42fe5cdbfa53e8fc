/** A code as read from a picture; nothing of it is trusted before it is verified. */
export interface ActivityCode {
  type: 'activity'
  activityId: string
  slot: number
  signature: string
}
export interface MemberCode {
  type: 'member'
  alias: string
  slot: number
  signature: string
}

/** How long one activity code stands on the screen (ms). */
export const ACTIVITY_SLOT_MS = 15_000
/** How long after its slot an activity code still works (ms). */
export const GRACE_MS = 30_000
export const MEMBER_SLOT_MS = 60_000

/** early: rightly signed, but more than one slot ahead (the organiser's clock is wrong); callers refuse it like a forged one. */
export type CodeVerdict = 'ok' | 'forged' | 'expired' | 'early'

export const mintActivityCode = (_input: { activityId: string; codeKey: string; now: number }): string => {
  throw new Error('todo')
}
export const mintMemberCode = (_input: { alias: string; codeKey: string; now: number }): string => {
  throw new Error('todo')
}
export const readCode = (_text: string, _codePrefix?: string): ActivityCode | MemberCode | null => {
  throw new Error('todo')
}
export const verifyActivityCode = (_read: ActivityCode, _codeKey: string, _now: number): CodeVerdict => {
  throw new Error('todo')
}
export const verifyMemberCode = (
  _read: MemberCode,
  _codeKey: string,
  _window: { from: number; to: number },
): 'ok' | 'forged' | 'expired' => {
  throw new Error('todo')
}
export const slotRemaining = (_now: number): { seconds: number; fraction: number } => {
  throw new Error('todo')
}
