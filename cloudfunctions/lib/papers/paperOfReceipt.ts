import { done, refuse } from '@domain/contract/answer'
import { communityOfKind } from '@domain/org/communities'
import { membershipOn } from '@domain/org/membershipOn'
import { fileName } from '@domain/papers/fileName'
import { receiptPaper } from '@domain/papers/receipt'
import { shownRegistered } from '../community/ownCommunities'
import { staffNames } from '../community/staffNames'
import { limit } from '../entry/limit'
import { aboutSelf } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { writeWord } from './write/writeWord'

/** 回执 of one's own 社区报到, for the unit's file. */
export const paperOfReceipt = useCase('paper.ofReceipt', aboutSelf, async ({ kind }, context, member) => {
  const { caller, now, today, tree } = context
  const held = communityOfKind(member, kind, today)
  if (!held?.receipt) return refuse('invalid_request', { path: 'kind' })
  const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
  if (tooMany) return tooMany
  const registered = shownRegistered(held, await staffNames([held.communityId], context), context)
  const branch = tree.get(membershipOn(member, today)?.branchId ?? '')?.name ?? ''
  // stored name: one’s own
  const { name } = member
  const made = await writeWord(receiptPaper({ name, branch, registered }), now)
  return done({
    fileName: fileName({
      organisation: registered.community.name,
      when: now,
      kind: name,
      paper: '报到回执',
      ending: 'docx',
    }),
    content: Buffer.from(made).toString('base64'),
  })
})
