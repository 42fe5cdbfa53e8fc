import type { Condition, Duty } from '../../duty/duty'
import type { Exemption } from '../../org/member'
import { at } from '../at'
import { dayIn, memberOf, placeOf, spanIn, valueOf } from './caseWorld'
import type { CaseWorld } from './caseWorld'
import { mean, meanings } from './words'

const conditions: ReadonlyMap<string, Condition> = new Map([
  ['只计主题服务', 'theme_service_only'],
  ['两方分别计', 'each_side'],
])

/** `规则 最低=2 只计主题服务 类型=企业`; with `自=10-01` as a new version from that day, `止=9-30` as the end of the one before. */
const readRule = (world: CaseWorld, words: readonly string[]): void => {
  const last = world.versions[world.versions.length - 1]
  if (!last) throw new Error('There is no rule to change')
  const minimum = valueOf(words, '最低')
  const types = valueOf(words, '类型')?.split(',')
  const from = valueOf(words, '自')
  const to = valueOf(words, '止')
  const added = words.flatMap((word) => conditions.get(word) ?? [])
  const changed: Duty = { ...last, conditions: [...last.conditions, ...added] }
  if (minimum !== undefined) changed.minimum = minimum === '无' ? null : Number(minimum)
  if (types) changed.branchTypes = types.map((type) => mean(meanings.branchType, type))
  if (to !== undefined) changed.validTo = dayIn(to) ?? to
  if (from === undefined) return void world.versions.splice(-1, 1, changed)
  const version = last.version + 1
  world.versions.push({ ...changed, version, _id: `${last.id}@${version}`, validFrom: dayIn(from) ?? from })
}

const readExemption = (words: readonly string[]): Exemption => {
  const only = valueOf(words, '只免')?.split(',')
  return {
    category: mean(meanings.exemption, words[0] ?? ''),
    ...spanIn(words),
    ...(only ? { dutyIds: only } : {}),
  }
}

/** `甲 在 二支部 9-11..`, `甲 户 户1`, `甲 免 病休 9-01..9-15`, `甲 任 书记 一支部`, `甲 县级`, `甲 联系点 三支部`, `甲 报到 凤凰社区`, `甲 预备`. */
const readMember = (world: CaseWorld, name: string, [what = '', ...words]: string[]): void => {
  const isNew = !world.members.has(name)
  const member = memberOf(world, name)
  const span = spanIn(words)
  switch (what) {
    case '在': {
      const branchId = words.find((word) => word.endsWith('支部')) ?? ''
      const groupId = words.find((word) => word.endsWith('组'))
      placeOf(world, branchId)
      const from = words.includes('县外转入') ? { fromOutside: true } : {}
      const entry = { branchId, ...(groupId === undefined ? {} : { groupId }), ...span, ...from }
      const isFirst = isNew || member.memberships.every((one) => one.from === '2020-01-01' && !one.to)
      member.memberships = isFirst ? [entry] : [...member.memberships, entry]
      return
    }
    case '户':
      member.households.push({ householdId: words[0] ?? '', ...span })
      return
    case '免':
      member.exemptions.push(readExemption(words))
      return
    case '任':
      member.posts.push({
        post: mean(meanings.post, words[0] ?? ''),
        organisationId: words[1] ?? '',
        ...span,
      })
      return
    case '联系点':
      member.contactPoints = [...(member.contactPoints ?? []), { branchId: words[0] ?? '', ...span }]
      return
    case '县级':
    case '科级':
      member.cadre = what === '县级' ? 'county' : 'section'
      return
    case '报到':
      member.communities = [{ communityId: words[0] ?? '', kind: 'unit', from: '2020-01-01' }]
      return
    case '预备':
      member.standing = 'probationary'
      return
    default:
      throw new Error(`Nothing is known of a member: ${what}`)
  }
}

/** `一支部 无支委会`, `一支部 无党小组`, `一支部 类型=企业`, `二组 成立 2026-07-01..`. */
const readPlace = (world: CaseWorld, name: string, words: string[]): void => {
  const place = placeOf(world, name)
  const type = valueOf(words, '类型')
  if (words.includes('无支委会')) place.hasCommittee = false
  else if (words.includes('无党小组'))
    for (const one of [...world.places.values()]) {
      if (one.type === 'group' && one.parentId === name) world.places.delete(one._id)
    }
  else if (type !== undefined) place.branchType = mean(meanings.branchType, type)
  else if (words[0] === '成立') {
    const { from, to } = spanIn(words)
    place.validFrom = from
    place.isFounded = true
    if (to !== undefined) place.validTo = to
  } else throw new Error(`Nothing is known of a place: ${words.join(' ')}`)
}

/** A line that says how things stand; false for one that does not. */
export const readSetting = (world: CaseWorld, line: string): boolean => {
  const [first = '', ...words] = line.split(/\s+/)
  if (first === '今天') world.now = at(`${dayIn(words[0] ?? '') ?? ''} ${words[1] ?? '18:00'}`)
  else if (first === '周期') world.periodKey = words[0] ?? ''
  else if (first === '看') world.subject = words[0] ?? ''
  else if (first === '规则') readRule(world, words)
  else if (/^[甲乙丙丁戊己]$/.test(first)) readMember(world, first, words)
  else if (/(支部|组|社区|局)$/.test(first)) readPlace(world, first, words)
  else return false
  return true
}
