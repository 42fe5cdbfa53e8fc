import { writeXlsx } from 'hucre/xlsx'
import { seesNames } from '@domain/access/seesNames'
import { done, refuse } from '@domain/contract/answer'
import type { OrganisationType } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import { isActiveOn, membershipOn } from '@domain/org/membershipOn'
import { isUnder } from '@domain/org/tree'
import { describe, type RegisterField, registerFields } from '@domain/registry/describe'
import { placesOf } from '@domain/registry/places'
import { insertAudited } from '../../entry/audit/audited'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { limit } from '../../entry/limit'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { randomId } from '../../ground/idFrom'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { Households } from './Households'

/** Bytes of a file, inclusive: in base64 an answer stays below 900 KB. A county of 6,000 has a third of it. */
const MOST_BYTES = 640 * 1024
/** Branches whose members are read together; a branch has 50 members, seldom more. */
const TOGETHER = 15

/** The titles of the county's own register, which an import reads again. */
const titles: Record<RegisterField, string> = {
  name: '姓名',
  standing: '人员类别',
  branch: '所在党支部',
  group: '所在党小组',
  post: '党内职务',
  cadre: '领导职务级别',
  phone: '联系电话（后四位）',
  community: '报到社区',
  households: '联系帮扶户',
}

type Line = Record<RegisterField, string>

async function linesOf(branchIds: readonly string[], { tree, today, names }: Context): Promise<Line[]> {
  const isHere = (member: Member) => branchIds.includes(membershipOn(member, today)?.branchId ?? '')
  const found = await find('members', { 'memberships.branchId': oneOf(branchIds) }, { limit: 5000 })
  const members = found.filter(isHere)
  const linked = members.flatMap((member) => member.households.map(({ householdId }) => householdId))
  const households = await Households.read([], linked, placesOf(tree, today))
  const placeOf = (member: Member) => branchIds.indexOf(membershipOn(member, today)?.branchId ?? '')
  return members
    .sort((a, b) => placeOf(a) - placeOf(b) || a.order - b.order)
    .map((member) => ({
      ...describe(member, today, tree, (id) => households.labelOf(id)),
      name: names.of(member),
    }))
}

/** Branches from here down whose names this reader may see, in the order of the tree. */
function branchesOf(organisationId: string, { caller, tree, today }: Context): string[] {
  const branches = [...tree.values()].filter(
    (node) => node.type === 'branch' && isActiveOn(node, today) && isUnder(tree, node._id, organisationId),
  )
  const named = branches.filter((branch) => seesNames(caller, branch, today, tree))
  return named.sort(inTreeOrder(tree)).map(({ _id }) => _id)
}

const exported: readonly OrganisationType[] = ['work_committee', 'unit', 'branch']

/** The register of a branch, or of all below an organisation, as an .xlsx that an import reads again without a change. */
export const exportRoster = useCase(
  'import.export',
  ({ organisationId }, { tree }) => {
    const node = tree.get(organisationId)
    return node && exported.includes(node.type) ? { about: { branchId: organisationId }, loaded: node } : null
  },
  async ({ organisationId }, context, node) => {
    const branchIds = branchesOf(organisationId, context)
    if (branchIds.length === 0 && node.type === 'branch') return refuse('forbidden')
    const tooMany = await limit({ openId: context.caller.openId, kind: 'export' }, context.now)
    if (tooMany) return tooMany
    const lines: Line[] = []
    for (let i = 0; i < branchIds.length; i += TOGETHER) {
      const some = branchIds.slice(i, i + TOGETHER)
      lines.push(...(await linesOf(some, context)))
    }
    const header = ['序号', ...registerFields.map((field) => titles[field])]
    const rows = lines.map((line, i) => [i + 1, ...registerFields.map((field) => line[field] || null)])
    const content = await writeXlsx({ sheets: [{ name: '党员信息', rows: [header, ...rows] }] })
    if (content.length > MOST_BYTES) return refuse('export_too_large')
    const { now, caller, today } = context
    const row = { _id: randomId(), kind: 'export' as const, at: now }
    const about = { placeId: organisationId, result: `${lines.length} members`, key: row._id }
    // Told before anybody is given the file.
    await insertAudited({ what: 'export', by: nameForRecords(caller), at: now, ...about }, 'imports', row)
    const fileName = `${node.name}党员信息 ${today}.xlsx`
    return done({ fileName, content: Buffer.from(content).toString('base64'), rows: lines.length })
  },
)
