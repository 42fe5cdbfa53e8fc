import type { CutCloud } from './CutCloud'
import { earlier, nonce, sample } from './sample'
import { county, neighbour } from './seed'

/** Who alone runs a branch takes up a household: asked of the work committee. */
const ownChange = async (cloud: CutCloud, over: object = {}) => {
  const { form } = await cloud.get(neighbour, 'roster.member', { memberId: 'n1' })
  return { branchId: 'branch2', memberId: 'n1', form: { ...form, householdIds: ['h1'], ...over } }
}

/** Asked for on the own form, alone and beside what is one's own. */
export const ownChanges = [
  sample(neighbour, ({ own }) => ({ ...(own as object), nonce }), {
    prepare: async (cloud) => ({ own: await ownChange(cloud) }),
  }),
  sample(neighbour, ({ own }) => ({ ...(own as object), nonce }), {
    prepare: async (cloud) => ({ own: await ownChange(cloud, { name: '邻同志' }) }),
    resumes:
      'what is asked for stands, and what is one’s own is saved when the phone, which had no answer, sends it again',
  }),
]

/** The committee's yes to it. */
export const settleOwnChange = sample(county, ({ id }) => ({ correctionId: id, agree: true }), {
  prepare: async (cloud) => {
    await cloud.get(neighbour, 'roster.save', { ...(await ownChange(cloud)), nonce: earlier })
    return { id: cloud.find<{ _id: string }>('corrections', { memberId: 'n1' })[0]?._id ?? '' }
  },
})
