import type { Activity } from '../../activity/activity'
import type { Fact } from '../../fact/fact'
import { dayOf } from '../../time/day'
import { at } from '../at'
import { aFact, anActivity } from '../builders'
import { type CaseWorld, dayIn, placeOf, valueOf } from './caseWorld'
import { hostTypeOf, mean, meanings } from './words'

const dutyOfTick = new Map([
  ['党费', 'dues'],
  ['思想汇报', 'thought_report'],
  ['党性分析', 'party_spirit_analysis'],
])
const dutyOfExcuse = new Map([
  ['社区服务', 'community_service'],
  ['集中学习', 'member_study'],
])

const usualHost = (kind: Activity['kind']): string => {
  if (kind === 'unit_theory_study' || kind === 'work_briefing') return '农业局'
  if (kind === 'community_service') return '凤凰社区'
  return kind === 'group_meeting' ? '一组' : '一支部'
}

/** `补录=待确认`, `补录=已确认`: entered after its day, and whether a second person has said yes. */
const lateAs = (word: string): NonNullable<Activity['late']> => ({
  at: 1,
  by: '乙',
  asked: '一支部',
  confirmed: word === '已确认' ? { at: 2, by: '丙' } : null,
})

/** `9-10 集中学习 状态=已发布 由=二支部 题目=… 讲课人=乙 兼=党课 年度=2025 应到=甲,乙 类别=主题 合=集中学习1`: held by 一支部 and over unless it says otherwise. */
const readActivity = (world: CaseWorld, startsAt: number, [word = '', ...words]: string[]): void => {
  const kind = mean(meanings.kind, word)
  const hostId = valueOf(words, '由') ?? usualHost(kind)
  const host = placeOf(world, hostId)
  const hostType = hostTypeOf(hostId)
  const state = mean(meanings.activityState, valueOf(words, '状态') ?? '已结束')
  const topic = valueOf(words, '题目')
  const lecturerId = valueOf(words, '讲课人')
  const forYear = valueOf(words, '年度')
  const serviceKind = valueOf(words, '类别')
  const late = valueOf(words, '补录')
  const jointOf = valueOf(words, '合')
  const expected = (valueOf(words, '应到') ?? '甲').split(',').filter((name) => name !== '无')
  const _id = `${word}${world.activities.length + 1}`
  world.activities.push(
    anActivity({
      _id,
      kind,
      title: `${dayOf(startsAt)} ${word}`,
      hostId,
      hostType,
      branchId: hostType === 'group' ? (host.parentId ?? '') : hostId,
      state,
      startsAt,
      carries: (valueOf(words, '兼') ?? '').split(',').flatMap((one) => meanings.kind.get(one) ?? []),
      expected: expected.map((memberId) => ({ memberId, standing: 'full' as const })),
      nonce: _id,
      ...(topic === undefined ? {} : { topic }),
      ...(lecturerId === undefined ? {} : { lecturerId }),
      ...(forYear === undefined ? {} : { forYear: Number(forYear) }),
      ...(serviceKind === undefined ? {} : { serviceKind: mean(meanings.serviceKind, serviceKind) }),
      ...(jointOf === undefined ? {} : { jointOf }),
      ...(late === undefined ? {} : { late: lateAs(late) }),
    }),
  )
}

/** 扫码, 补登 and the like, and what became of it: 待确认, 已确认, 已撤销, 来宾. */
const circumstances = (words: readonly string[]): Partial<Fact> => {
  const way = words.flatMap((word) => meanings.way.get(word) ?? [])[0]
  return {
    ...(way ? { way } : {}),
    ...(words.includes('待确认') ? { confirmed: null } : {}),
    ...(words.includes('已确认') ? { confirmed: { at: 1, by: '他人' } } : {}),
    ...(words.includes('已撤销') ? { annulled: { at: 1, by: '组织者', reason: '登记有误' } } : {}),
    ...(words.includes('来宾') ? { guest: true } : {}),
  }
}

const personIn = (words: readonly string[]): string[] => words.filter((word) => /^[甲乙丙丁戊己]$/.test(word))

const ofActivity = new Map<string, { kind: Fact['kind']; tail: string }>([
  ['到会', { kind: 'attendance', tail: '' }],
  ['请假', { kind: 'leave', tail: '_leave' }],
  ['报名', { kind: 'enrolment', tail: '_enrol' }],
  ['补学', { kind: 'make_up', tail: '_makeup' }],
])

/** `到会 乙 补登 待确认`, `补学 10-08`: of the activity named just before, at its start unless another day is given. */
const readRegistration = (
  world: CaseWorld,
  when: number | undefined,
  [word = '', ...words]: string[],
): void => {
  const activity = world.activities[world.activities.length - 1]
  const { kind, tail } = mean(ofActivity, word)
  if (!activity) throw new Error(`Of which activity? ${word}`)
  const [memberId = '甲'] = personIn(words)
  const occurredAt = when ?? activity.startsAt
  const common = { memberId, activityId: activity._id, activityKind: activity.kind, occurredAt }
  const _id = `${activity._id}_${memberId}${tail}`
  world.facts.push(aFact({ ...common, _id, kind, ...circumstances(words) }))
}

/** `9-05 走访 户1`, `9-05 实事 社区 已确认`, `9-05 谈话 甲 乙`, `9-05 党费 2026-09`, `9-05 因故 社区服务 2026-09`. */
const readEntry = (world: CaseWorld, occurredAt: number, [word = '', ...words]: string[]): void => {
  const [memberId = '甲', partner] = personIn(words)
  const serial = `${world.facts.length + 1}`
  const put = (kind: Fact['kind'], _id: string, over: Partial<Fact> = {}) =>
    world.facts.push(aFact({ memberId, occurredAt, kind, _id, ...circumstances(words), ...over }))
  const [about = '', key = ''] = words
  const tick = dutyOfTick.get(word)
  if (word === '走访') {
    // A second visit of one day cannot be entered; one that was (an earlier import) must still not count.
    const tail = words.includes('再次') ? '_再次' : ''
    put('visit', `${about}_${memberId}_${dayOf(occurredAt)}${tail}`, { householdId: about })
  } else if (word === '实事') {
    const beneficiary = about === '帮扶户' ? 'household' : 'community'
    const state = words.includes('认领') ? 'claimed' : words.includes('放弃') ? 'dropped' : 'finished'
    const waits = words.includes('已确认') ? {} : { confirmed: null }
    put('deed', `deed${serial}`, { ...waits, detail: { title: '办实事', beneficiary, state } })
  } else if (word === '谈话') put('talk', `talk${serial}`, { detail: { withMemberId: partner ?? '' } })
  else if (tick !== undefined) put('tick', `${tick}_${memberId}_${about}`, { dutyId: tick, periodKey: about })
  else if (word === '因故') {
    const dutyId = mean(dutyOfExcuse, about)
    put('excuse', `${dutyId}_${memberId}_${key}_excuse`, { dutyId, periodKey: key, way: 'self' })
  } else throw new Error(`Nothing that happens: ${word}`)
}

/** A line that says what happened or is to come; at 15:00 unless a time is given. */
export const readEvent = (world: CaseWorld, line: string): void => {
  const words = line.split(/\s+/)
  const day = dayIn(words[0] ?? '') ?? words.map(dayIn).find((one) => one !== undefined)
  const time = words.find((word) => /^\d\d:\d\d/.test(word))
  const rest = words.filter((word) => dayIn(word) === undefined && word !== time)
  const when = day === undefined ? undefined : at(`${day} ${time ?? '15:00'}`)
  const [word = ''] = rest
  if (ofActivity.has(word)) {
    readRegistration(world, when, rest)
    return
  }
  if (when === undefined) throw new Error(`When? ${line}`)
  if (meanings.kind.has(word)) readActivity(world, when, rest)
  else readEntry(world, when, rest)
}
