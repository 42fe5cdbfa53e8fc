import { proposalState } from '@domain/activity/proposal'
import { declineLabels } from '@domain/activity/proposalLabels'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDayTime } from '@domain/time/format'
import { branchesRun } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { type ProposedService, readProposals, readWaitingProposals } from '../../store/readProposals'
import { placesAs } from './staffOf'

/** Of each side no more than anybody reads in a sitting; the page of proposals has the others. */
const SHOWN = 60

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

/** For the staff of a community: services that branches propose and that wait for its word. */
async function waitingAt(context: Context): Promise<Notice[]> {
  const { now, tree } = context
  const communities = placesAs('community_staff', context).map(({ _id }) => _id)
  const waiting = await readWaitingProposals(communities, now)
  const soonest = waiting.sort((a, b) => a.startsAt - b.startsAt).slice(0, SHOWN)
  return soonest.flatMap(({ _id, hostId, title, startsAt, proposed }): Notice[] => {
    if (!proposed) return []
    const branch = tree.get(proposed.branchId)?.name ?? ''
    const text = `${formatDayTime(startsAt)}。同意就发布，不接请选个原因`
    const said = { title: `${branch}提议：${title}`, text, target: 'proposals' as const, communityId: hostId }
    return [{ type: 'notice', id: `proposal_${_id}`, at: proposed.at, ...said }]
  })
}

/** What a branch is told has become of its proposal; null: it waits, or the branch withdrew it itself. */
function wordOn(service: ProposedService, community: string, now: number) {
  const { title, startsAt, publishedAt, proposed } = service
  const when = formatDayTime(startsAt)
  const { reason, note, at = startsAt } = proposed?.declined ?? {}
  switch (proposalState(service, now)) {
    case 'accepted':
      return {
        at: publishedAt ?? startsAt,
        title: `${community}同意了：${title}`,
        text: `${when}，已经发布，可以报名了`,
      }
    case 'declined': {
      const why = [reason && declineLabels[reason], note].filter(Boolean).join('。')
      return { at, title: `${community}这次没有接：${title}`, text: `${why}。可以换个日子再提` }
    }
    case 'passed':
      return { at: startsAt, title: `${title} 过了日子`, text: `${community}没有来得及答复，可以再提一次` }
    default:
      return null
  }
}

/** For whoever runs a branch: what has become since an instant (ms) of what it proposed. */
async function answeredFor(since: number, context: Context): Promise<Notice[]> {
  const { now, tree } = context
  const run = branchesRun(context)
  if (run.length === 0) return []
  const proposals = await readProposals({ 'proposed.branchId': oneOf(run) }, since)
  const told = proposals.flatMap((service): Notice[] => {
    const said = wordOn(service, tree.get(service.hostId)?.name ?? '', now)
    if (!said || said.at < since) return []
    const branchId = service.proposed?.branchId ?? ''
    return [{ type: 'notice', id: `proposed_${service._id}`, ...said, target: 'proposed', branchId }]
  })
  return told.sort((a, b) => b.at - a.at).slice(0, SHOWN)
}

/** 支部提议的服务, for both sides. */
export async function proposalNotices(since: number, context: Context) {
  const [waiting, answered] = await Promise.all([waitingAt(context), answeredFor(since, context)])
  return { waiting, answered }
}
