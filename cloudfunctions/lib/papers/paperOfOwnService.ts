import { done } from '@domain/contract/answer'
import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import { membershipOn } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import { fileName } from '@domain/papers/fileName'
import { OWN_SERVICE, ownService, type OwnService, ownServiceText } from '@domain/papers/ownService'
import { dayOf } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { recordState } from '../counting/progress/ownRecords'
import { limit } from '../entry/limit'
import { aboutSelf, isService } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { readMemberYear } from '../store/readFactsWithActivities'
import { writeExcel } from './write/writeExcel'
import { writeWord } from './write/writeWord'

/** Those that count or wait, as 我的记录 has them; what was struck out or cancelled is none. */
function servicesOf(facts: readonly Fact[], activities: readonly Activity[], tree: Tree): OwnService[] {
  const services = new Map(activities.filter(isService).map((service) => [service._id, service]))
  return facts
    .flatMap((fact) => {
      const service = services.get(fact.activityId ?? '')
      const state = service && fact.kind === 'attendance' ? recordState(fact, service) : undefined
      return service && (state === 'valid' || state === 'waiting') ? [{ service, state }] : []
    })
    .sort((a, b) => a.service.startsAt - b.service.startsAt)
    .map(({ service: { hostId, title, startsAt, endsAt }, state }) => ({
      ...{ on: dayOf(startsAt), host: tree.get(hostId)?.name ?? '', title },
      ...{ minutes: Math.round((endsAt - startsAt) / 60_000), confirmed: state === 'valid' },
    }))
}

/** 个人志愿服务情况 of one's own year: for another platform, or whoever asks the member for it. */
export const paperOfOwnService = useCase(
  'paper.ofOwnService',
  aboutSelf,
  async ({ year, paper }, context, member) => {
    const { caller, now, today, tree } = context
    const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
    if (tooMany) return tooMany
    const period = periodByKey(String(year))
    const { facts, activities } = await readMemberYear(member._id, period.from)
    const branch = tree.get(membershipOn(member, today)?.branchId ?? '')?.name ?? ''
    // stored name: one’s own
    const { name } = member
    const asked = { name, branch, year, today, services: servicesOf(facts, activities, tree) }
    const isSheet = paper === 'services'
    const made = await (isSheet ? writeExcel(ownService(asked), now) : writeWord(ownServiceText(asked), now))
    return done({
      fileName: fileName({
        ...{ organisation: branch, when: period, kind: name, paper: OWN_SERVICE },
        ending: isSheet ? 'xlsx' : 'docx',
      }),
      content: Buffer.from(made).toString('base64'),
    })
  },
)
