import { mayDo } from '@domain/access/mayDo'
import { mayTalk } from '@domain/access/mayTalk'
import { done } from '@domain/contract/answer'
import { formOf } from '@domain/org/applyForm'
import { readDuties } from '../../entry/cached'
import { useCase } from '../../entry/useCase'
import { boundAmong } from '../../store/readIdentity'
import { aloneAmong } from '../identity/boundRunners'
import { aboutMember } from './aboutMember'
import { handsOn } from './handOver'
import { namedIn } from './registerChoices'
import { liftableOn, shownExemptions } from './shownExemption'

/** One member of the register, as those who run the branch keep it. */
export const memberSheet = useCase(
  'roster.member',
  aboutMember,
  async (_request, context, { member: one, branch }) => {
    const { now, today, register, names, tree, caller } = context
    const isOwn = caller.member?._id === one._id
    const [duties, households, bound, alone] = await Promise.all([
      readDuties(now),
      handsOn(one, context),
      boundAmong([one._id]),
      isOwn ? aloneAmong([one], context) : [],
    ])
    const { transfer, left } = one
    const place = { day: today, memberId: one._id, branchId: branch._id }
    return done({
      memberId: one._id,
      form: { ...formOf(one, today), name: names.of(one) },
      branch: { id: branch._id, name: branch.name },
      memberships: one.memberships.map(({ branchId, from, to }) => ({
        branch: namedIn(register, branchId),
        from,
        ...(to !== undefined && { to }),
      })),
      posts: one.posts.map(({ post, organisationId, from, to }) => ({
        post,
        organisation: namedIn(register, organisationId),
        from,
        ...(to !== undefined && { to }),
      })),
      ...(one.otherPosts !== undefined && { otherPosts: one.otherPosts }),
      exemptions: await shownExemptions(one, duties, context),
      liftable: liftableOn(duties, today),
      bound: bound.has(one._id),
      households,
      ...(transfer && { leavingTo: namedIn(register, transfer.toBranchId) }),
      ...(left && { leftOn: left.on }),
      version: one.registerVersion ?? 0,
      ...(alone.length > 0 && { askedAbove: true }),
      ...(!isOwn && !left && mayTalk(branch, context, duties) && { mayTalk: true }),
      ...(mayDo('progress.span', caller, place, tree) && { mayReadYear: true }),
    })
  },
)
