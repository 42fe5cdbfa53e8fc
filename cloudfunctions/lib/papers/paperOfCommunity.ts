import { done, refuse } from '@domain/contract/answer'
import { communityRegister, communityRegisterText, REGISTER_TITLE } from '@domain/papers/communityRegister'
import { fileName } from '@domain/papers/fileName'
import { introduced, residentsOf } from '../community/communityPage'
import { limit } from '../entry/limit'
import { aboutPlace } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { MOST_BYTES } from './inPieces'
import { writeExcel } from './write/writeExcel'
import { writeWord } from './write/writeWord'

/** 报到登记表 of a community, for its staff: the same people as its page, in the same order. */
export const paperOfCommunity = useCase(
  'paper.ofCommunity',
  ({ communityId }, context) => aboutPlace(communityId, ['community'], context),
  async ({ paper }, context, { _id, name }) => {
    const { caller, now, today } = context
    const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
    if (tooMany) return tooMany
    const rows = (await residentsOf(_id, context)).map(({ member, held: { kind, from, receipt } }) => {
      const { name: called, unit = '', branch } = introduced(member, context)
      return { name: called, unit, branch, kind, from, ...(receipt && { askedOn: receipt.askedOn }) }
    })
    const asked = { community: name, today, rows }
    const made =
      paper === 'register'
        ? await writeExcel(communityRegister(asked), now)
        : await writeWord(communityRegisterText(asked), now)
    if (made.length > MOST_BYTES) return refuse('export_too_large')
    return done({
      fileName: fileName({
        ...{ organisation: name, when: now, paper: REGISTER_TITLE },
        ending: paper === 'register' ? 'xlsx' : 'docx',
      }),
      content: Buffer.from(made).toString('base64'),
    })
  },
)
