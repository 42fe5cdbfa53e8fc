import type { Member } from '../org/member'
import { membershipOn } from '../org/membershipOn'
import type { MemberEntry } from './entry'
import { asked, type Judged, refused } from './judged'
import type { Register } from './register'

/** Key of the option "none of these, somebody new". */
export const NEW = 'new'

/** Chosen for a row already agreed to be somebody new: a namesake whom the same file has added meanwhile is then not asked about. */
export const NAMESAKE = 'namesake'

/** Key of the option "the person of the earlier row"; this row is then passed over. */
export const SAME = 'same'

const sameOptions = (sameAs: string): Judged['options'] => [
  { key: NEW, label: '不是同一人，新增' },
  { key: SAME, label: `和${sameAs}是同一人，这一行不导入` },
]

/** Last branch of a member, also of one who has left. */
const lastBranchId = ({ memberships }: Member): string | undefined =>
  memberships[memberships.length - 1]?.branchId

function optionsOf(people: readonly Member[], { places }: Register): Judged['options'] {
  const list = people.map((member) => {
    const branch = places.tree.get(lastBranchId(member) ?? '')?.name ?? ''
    return { key: member._id, label: `${member.name}（${branch}）` }
  })
  return [...list, { key: NEW, label: '不是同一人，新增' }]
}

/** Whether the digits of a row are a member's. Without a mobile number the short one is compared, within the branch alone; a member without digits fits any. */
const isExact = ({ phoneTail, shortNumber = '' }: MemberEntry, member: Member, isHere: boolean): boolean =>
  phoneTail === undefined
    ? isHere && (member.phoneTail === '' || member.phoneTail === shortNumber)
    : member.phoneTail === phoneTail

/** Somebody new, unless an earlier row of another branch may mean the same person: only its writer knows. */
function sameInFile({ sameAs }: MemberEntry, chosen: readonly string[]): null | Judged {
  if (sameAs === undefined || chosen.includes(NEW)) return null
  if (chosen.includes(SAME))
    return { verdict: 'skip', reasons: ['same_in_file'], changes: [], options: sameOptions(sameAs) }
  return asked('same_in_file', sameOptions(sameAs))
}

/** Whom a row means: a member, null for somebody new, or what must be asked first. */
export function findMember(
  entry: MemberEntry,
  branchId: string,
  register: Register,
  chosen: readonly string[],
): Member | null | Judged {
  const { namesakes, today, isOwn } = register
  const isHere = (member: Member) => membershipOn(member, today)?.branchId === branchId
  const exact = namesakes.filter((member) => isExact(entry, member, isHere(member)))
  const here = exact.filter(isHere)
  if (here.length === 1) return here[0] ?? null
  const near = namesakes.filter((member) => isHere(member) && !exact.includes(member))
  const several = here.length > 1 ? here : exact.length > 0 ? exact : near
  const own = several.filter((member) => isOwn(lastBranchId(member) ?? ''))
  const picked = own.find(({ _id }) => chosen.includes(_id))
  if (picked) return picked
  if (several.length === 0) return sameInFile(entry, chosen)
  if (own.length > 0 && chosen.includes(NEW)) return null
  if (exact.length === 0 && chosen.includes(NAMESAKE)) return null
  // Somebody of a branch one does not run is neither shown nor taken: their branch must let them go.
  if (own.length === 0) return refused('other_branch')
  const why = several.length > 1 ? 'several_persons' : exact.length > 0 ? 'other_branch' : 'same_name'
  return asked(why, optionsOf(own, register))
}
