import { done } from '@domain/contract/answer'
import type { PrivacyCentre } from '@domain/contract/privacy'
import type { Member } from '@domain/org/member'
import { readViews } from '../../entry/readViews'
import { aboutNothing } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { isBound } from '../../entry/whoIsCalling'
import { count, find } from '../../store/find'
import { recordsOf } from '../../store/recordsOf'

type Asked = PrivacyCentre['asked']

async function askedBy({ _id: memberId }: Member): Promise<Asked> {
  const open = { memberId, state: 'open' }
  const [corrections, deletions] = await Promise.all([find('corrections', open), find('deletions', open)])
  return [
    ...corrections.map(({ _id, text, at }) => ({ id: _id, what: 'correct' as const, text, at })),
    ...deletions.map(({ _id, at }) => ({ id: _id, what: 'delete' as const, text: '', at })),
  ].sort((a, b) => b.at - a.at)
}

async function keptOf(member: Member) {
  const memberId = member._id
  const [facts, messages] = await Promise.all([
    count('facts', recordsOf(memberId)),
    count('reminders', { memberId }),
  ])
  return { facts, messages, exemptions: member.exemptions.length }
}

/** 隐私中心: how much is kept of the caller, who looked, what was asked for. */
export const privacyCentre = useCase('privacy.centre', aboutNothing, async (_request, context) => {
  const { caller } = context
  const { member, consent, openId } = caller
  const [kept, attempts, viewers, asked] = await Promise.all([
    member ? keptOf(member) : { facts: 0, messages: 0, exemptions: 0 },
    count('attempts', { openId }),
    member ? readViews(member, context) : [],
    member ? askedBy(member) : [],
  ])
  return done({
    ...(consent && { agreedAt: consent.at, version: consent.version }),
    counts: { ...kept, attempts },
    viewers,
    asked,
    bound: isBound(caller),
  })
})
