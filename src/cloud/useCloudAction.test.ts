import { act, renderHook } from '@testing-library/react'
import { callCloud } from '../platform/callCloud'
import { useCloudAction } from './useCloudAction'

jest.mock('../platform/callCloud', () => ({ callCloud: jest.fn() }))
const cloud = jest.mocked(callCloud)
const yes = { ok: true, at: 1_790_000_000_000, data: { activityId: 'a1', state: 'draft' } }
const form = (title: string) => ({ form: { title } as never, publish: false })
const sent = () => cloud.mock.calls.map(([{ data }]) => data as { nonce: string; form: { title: string } })

beforeEach(() => {
  cloud.mockReset()
})

test('a save whose answer was lost is resent under its nonce, and under another one once the form was changed', async () => {
  cloud.mockRejectedValueOnce({ errMsg: 'request:fail timeout' })
  cloud.mockRejectedValueOnce({ errMsg: 'request:fail' })
  cloud.mockResolvedValue(yes)
  const { result } = renderHook(() => useCloudAction('activity.save'))
  await act(async () => {
    expect(await result.current.runOnce(form('一'))).toEqual({ ok: false, reason: 'slow' })
    expect(await result.current.runOnce(form('一'))).toEqual({ ok: false, reason: 'offline' })
    expect((await result.current.runOnce(form('二'))).ok).toBe(true)
    expect((await result.current.runOnce(form('二'))).ok).toBe(true)
  })
  const [first, again, changed, anew] = sent().map(({ nonce }) => nonce)
  expect(again).toBe(first)
  expect(changed).not.toBe(first)
  expect(anew).not.toBe(changed)
})

test('a second tap with the same content gets the first one’s outcome; changed content is sent after it', async () => {
  const waiting: ((answer: unknown) => void)[] = []
  cloud.mockImplementation(() => new Promise((resolve) => void waiting.push(resolve)))
  const { result } = renderHook(() => useCloudAction('activity.save'))
  await act(async () => {
    const outcomes = [form('一'), form('一'), form('二')].map((each) => result.current.runOnce(each))
    expect(waiting).toHaveLength(1)
    waiting[0]?.(yes)
    await outcomes[0]
    expect(sent().map((each) => each.form.title)).toEqual(['一', '二'])
    waiting[1]?.(yes)
    await Promise.all(outcomes)
  })
  expect(result.current.busy).toBe(false)
})

test.each([undefined, null, 'broken', { error: 'x' }])(
  'what is no answer (%p) is a cloud that broke down',
  async (result) => {
    cloud.mockResolvedValue(result)
    const { result: hook } = renderHook(() => useCloudAction('identity.me'))
    await act(async () => expect(await hook.current.run({})).toEqual({ ok: false, reason: 'unavailable' }))
  },
)
