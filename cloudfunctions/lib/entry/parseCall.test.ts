import { contractVersion } from '@domain/contract/answer'
import { parseCall } from './parseCall'

const form = {
  kind: 'study',
  hostId: 'branch1',
  title: ' 9月集中学习 ',
  startsAt: 1,
  endsAt: 2,
  place: '会议室',
  carries: [],
  agenda: [],
  expectedIds: ['m1'],
}
const save = (overrides: object) => ({
  action: 'activity.save',
  contractVersion,
  data: { nonce: 'nonce-0001', publish: false, form: { ...form, ...overrides } },
})

test('a right request is read, trimmed, without what the platform added', () => {
  const parsed = parseCall({ ...save({}), userInfo: { openId: 'x' } })
  expect(parsed).toMatchObject({ action: 'activity.save', data: { form: { title: '9月集中学习' } } })
})

test.each([
  ['form.startsAt', { startsAt: 'tomorrow' }],
  ['form.startsAt', { startsAt: 1.5 }],
  [
    'form.agenda.1.minutes',
    {
      agenda: [
        { text: 'a', minutes: 1 },
        { text: 'b', minutes: -1 },
      ],
    },
  ],
  ['form.expectedIds', { expectedIds: [] }],
  ['form.expectedIds.0', { expectedIds: ['$where'] }],
  ['form.codeKey', { codeKey: 'mine' }],
])('the path %s is named', (path, overrides) => {
  expect(parseCall(save(overrides))).toEqual({ ok: false, reason: 'invalid_request', detail: { path } })
})

test('a key of 10 KB is not echoed whole', () => {
  const answer = parseCall(save({ ['k'.repeat(10_000)]: 1 }))
  expect(JSON.stringify(answer).length).toBeLessThan(200)
})

test('a client newer than the functions is told to try again', () => {
  expect(parseCall({ ...save({}), contractVersion: contractVersion + 1 })).toEqual({
    ok: false,
    reason: 'try_again',
  })
})

test.each([null, undefined, 7, 'text', [], { contractVersion }])(
  '%j names the field that is missing',
  (event) => {
    expect(parseCall(event)).toEqual({ ok: false, reason: 'invalid_request', detail: { path: 'action' } })
  },
)
