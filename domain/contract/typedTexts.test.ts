import { type Action, actions } from './actions'
import { typedTexts } from './typedTexts'

const of = (action: Action, request: object) => typedTexts(actions[action].request, request)

test('what somebody made up is found wherever it stands: in a form, a list, an optional field, one of several alternatives', () => {
  const form = {
    title: '9月集中学习',
    place: '会议室',
    agenda: [{ text: '领学', minutes: 9 }, { text: '讨论' }],
  }
  expect(of('activity.save', { nonce: 'nonce-0001', form: { ...form, topic: '作风' } })).toEqual([
    '9月集中学习',
    '会议室',
    '作风',
    '领学',
    '讨论',
  ])
  expect(of('feedback.send', { kind: 'other', text: '太慢', anonymous: true, nonce: 'x' })).toEqual(['太慢'])
  const change = { what: 'edit', organisationId: 'o1', name: '新名字' }
  expect(of('organisation.change', { on: '2026-10-01', nonce: 'nonce-0001', change })).toEqual(['新名字'])
})

test('an empty optional text is none, and an alternative without texts has none', () => {
  expect(of('service.publish', { form: { title: '助餐', place: '社区', contact: '' } })).toEqual([
    '助餐',
    '社区',
  ])
  const change = { what: 'dissolve', organisationId: 'o1' }
  expect(of('organisation.change', { on: '2026-10-01', nonce: 'nonce-0001', change })).toEqual([])
})

test('names by which a person of the register is found or written, and what is searched for, are not texts', () => {
  expect(of('identity.request', { branchId: 'b', name: '周敏', phoneTail: '0001' })).toEqual([])
  expect(of('roster.list', { branchId: 'b', query: '周' })).toEqual([])
  expect(of('service.residents', { communityId: 'c', name: '周' })).toEqual([])
})

/** Free strings that nobody reads as written: looked up, verified, or made by the phone. */
const notTexts =
  /(^|\.)(code|ticket|fileId|fileName|sheet|key|keys\.\d|factId|factIds\.\d|deedId|deedIds\.\d|reminderId|subjectId|dutyId|dutyIds\.\d)$/

interface Shape {
  type: string
  entries?: Record<string, Shape>
  wrapped?: Shape
  item?: Shape
  options?: (Shape | string)[]
  pipe?: { type: string; metadata?: { typed?: boolean } }[]
}

/** Paths of strings without a shape of their own that are not declared as texts. */
function loose(shape: Shape, path = ''): string[] {
  if (shape.wrapped) return loose(shape.wrapped, path)
  if (shape.type === 'string') {
    const isShaped = (shape.pipe ?? []).some(({ type, metadata }) => type === 'regex' || metadata)
    return isShaped ? [] : [path]
  }
  if (shape.item) return loose(shape.item, `${path}.0`)
  return [
    ...Object.entries(shape.entries ?? {}).flatMap(([field, one]) => loose(one, `${path}.${field}`)),
    ...(shape.options ?? []).flatMap((one) => (typeof one === 'object' ? loose(one, path) : [])),
  ]
}

test('no action takes a free string that is neither a text nor known to be looked up', () => {
  const found = (Object.keys(actions) as Action[]).flatMap((action) =>
    loose(actions[action].request as unknown as Shape).map((path) => `${action}${path}`),
  )
  expect(found.filter((path) => !notTexts.test(path))).toEqual([])
})
