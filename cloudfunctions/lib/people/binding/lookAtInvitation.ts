import { done } from '@domain/contract/answer'
import { NAMELESS } from '../../entry/Names'
import { aboutNothing } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { readGiven } from './readGiven'

/** 李**: enough to know whether one is meant, too little to know who is. */
const hintOf = (name: string): string => `${[...name][0] ?? ''}**`

export const lookAtInvitation = useCase('binding.look', aboutNothing, async ({ token }, context) => {
  const given = await readGiven(token, context)
  if ('reason' in given) return given
  const { invitation, organisation } = given
  return done({
    organisation: { id: organisation._id, name: organisation.name },
    hint: organisation.countsOnly && invitation.memberId ? NAMELESS : hintOf(invitation.name),
    ...(invitation.role && { role: invitation.role }),
    ...(invitation.asksTail && { asksTail: true }),
  })
})
