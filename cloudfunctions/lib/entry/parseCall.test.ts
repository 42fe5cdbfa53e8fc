import { contractVersion } from '@domain/contract/answer'
import { parseCall } from './parseCall'
import type { Translation } from './translations'

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

describe('when the contract has another version than before', () => {
  const before = contractVersion
  const translations = new Map<string, Translation>([
    [
      'meeting.save',
      {
        action: 'activity.save',
        request: (data) => ({ ...(data as object), publish: false }),
        answer: (data) => ({ meetingId: (data as { id: string }).id }),
      },
    ],
  ])
  const window = { newest: before + 1, translations }
  const { publish: _, ...old } = save({}).data

  test('a phone of the one before is understood as it is where nothing has changed', () => {
    expect(parseCall(save({}), window)).toMatchObject({ action: 'activity.save' })
  })

  test('what a phone of the one before says and reads otherwise is translated both ways', () => {
    const call = parseCall({ action: 'meeting.save', contractVersion: before, data: old }, window)
    if ('reason' in call) throw new Error(call.reason)
    expect(call).toMatchObject({ action: 'activity.save', data: { publish: false } })
    expect(call.answer?.({ id: 'a1' })).toEqual({ meetingId: 'a1' })
  })

  test('what makes no sense in any translation names its field', () => {
    const call = { action: 'meeting.save', contractVersion: before, data: { ...old, form: 7 } }
    expect(parseCall(call, window)).toMatchObject({ reason: 'invalid_request', detail: { path: 'form' } })
  })

  test('a phone of today speaks no language of before, and one of before that is asked to update', () => {
    expect(
      parseCall({ action: 'meeting.save', contractVersion: before + 1, data: old }, window),
    ).toMatchObject({
      reason: 'unknown_action',
    })
    expect(parseCall(save({}), { ...window, newest: before + 2 })).toMatchObject({
      reason: 'client_outdated',
    })
  })
})

test.each([null, undefined, 7, 'text', [], { contractVersion }])(
  '%j names the field that is missing',
  (event) => {
    expect(parseCall(event)).toEqual({ ok: false, reason: 'invalid_request', detail: { path: 'action' } })
  },
)
