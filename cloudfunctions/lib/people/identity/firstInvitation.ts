import type { Invitation } from '../../store/collections/invitations'
import { INVITATION_MS } from './invitation'

/** The row of `invitations` that the first administrator's one-time token opens (binding.firstAdmin): good once, for seven days, while nobody runs the county. */
export const firstInvitation = (
  tokenHash: string,
  name: string,
  { _id, now }: { _id: string; now: number },
): Omit<Invitation, 'updatedAt'> => ({
  _id,
  tokenHash,
  state: 'open',
  first: true,
  organisationId: '',
  name,
  role: 'committee',
  giver: '',
  by: 'outside',
  at: now,
  until: now + INVITATION_MS,
})
