import { endedFrom } from '../org/endedFrom'
import type { Member } from '../org/member'
import { isInForce } from '../org/membershipOn'
import type { Day } from '../time/day'
import type { MemberEntry } from './entry'
import { asked, type Judged } from './judged'
import type { Register } from './register'

/** Chosen for a row that names a second secretary: this one follows the other, or the other stays. */
export const TAKES_OVER = 'takes_over'
export const STAYS = 'stays'

/** What a row may say of the secretary: as it is, or what must be asked first. `replaced`: whose post ends with it. */
export type SecretaryJudged = { entry: MemberEntry; replaced: readonly Member[] } | Judged

export const isSecretaryOf = ({ posts }: Member, branchId: string, day: Day): boolean =>
  posts.some((one) => one.post === 'secretary' && one.organisationId === branchId && isInForce(one, day))

/** The member without the post in this branch from `today` on; its days until then stay. */
export const endSecretary = (member: Member, branchId: string, today: Day): Member => ({
  ...member,
  posts: endedFrom(
    member.posts,
    ({ post, organisationId }) => post === 'secretary' && organisationId === branchId,
    today,
  ),
})

const withoutPost = (entry: MemberEntry): MemberEntry => {
  const { posts = [], ...rest } = entry
  const others = posts.filter((post) => post !== 'secretary')
  return { ...rest, ...(others.length > 0 && { posts: others }) }
}

/** A branch has one secretary: a second, of the register or of an earlier row of the file, is asked about and never made in silence. */
export function oneSecretary(
  entry: MemberEntry,
  branchId: string,
  memberId: string | undefined,
  { secretaries }: Register,
  chosen: readonly string[],
): SecretaryJudged {
  if (!entry.posts?.includes('secretary')) return { entry, replaced: [] }
  const known = secretaries(branchId)
  // Nothing changes for who is secretary already.
  if (known.some(({ _id }) => _id === memberId)) return { entry, replaced: [] }
  const other = known[0]?.name ?? entry.otherSecretary
  if (other === undefined || chosen.includes(TAKES_OVER)) return { entry, replaced: known }
  if (chosen.includes(STAYS)) return { entry: withoutPost(entry), replaced: [] }
  return asked('second_secretary', [
    { key: STAYS, label: `书记还是${other}，这一行不写书记` },
    { key: TAKES_OVER, label: `${entry.name}接任书记，${other}不再担任` },
  ])
}
