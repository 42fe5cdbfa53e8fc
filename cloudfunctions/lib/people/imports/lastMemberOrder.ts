import { lastOf } from '../../store/find'

/** The last place of the county's register: who is added stands after it. */
export const lastMemberOrder = async (): Promise<number> => (await lastOf('members', 'order')) ?? 0
