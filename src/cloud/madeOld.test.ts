import { act, renderHook, waitFor } from '@testing-library/react'
import { auditTable } from '@domain/access/auditTable'
import type { Action } from '@domain/contract/actions'
import { callCloud } from '../platform/callCloud'
import { madeOld, todo, withoutAnswered } from './madeOld'
import { queryClient } from './queryClient'
import { useCloudAction } from './useCloudAction'
import { queryKey } from './useCloudQuery'

jest.mock('../platform/callCloud', () => ({ callCloud: jest.fn() }))
const cloud = jest.mocked(callCloud)

const acts = (Object.keys(auditTable) as Action[]).filter((action) => auditTable[action] !== 'look')

test('every act says which answers it makes old', () => {
  expect(acts.filter((action) => !madeOld[action])).toEqual([])
})

test('what an act makes old is asked by looking, and never by acting', () => {
  for (const asked of Object.values(madeOld).flat())
    expect([asked, auditTable[asked]]).toEqual([asked, 'look'])
})

/** A row of 工作 of each kind, and of 消息, with the act that answers it. */
const answering = [
  ['activity.confirmLate', { activityId: 'x', agree: true, seen: 's' }, { late: [{ activityId: 'x' }] }],
  ['identity.decide', { requestId: 'x', approve: true }, { bindRequests: [{ requestId: 'x' }] }],
  ['binding.decideMany', { requestIds: ['x'], approve: true }, { bindRequests: [{ requestId: 'x' }] }],
  ['checkin.witness', { factId: 'x', agree: true }, { witness: [{ factId: 'x' }] }],
  ['roster.setExemption', { memberId: 'm', exemptionId: 'x' }, { above: [{ id: 'x' }] }],
  ['roster.settleCorrection', { correctionId: 'x', agree: true }, { above: [{ id: 'x' }] }],
] as const
const nothing = { late: [], bindRequests: [], above: [], witness: [] }

test.each(answering)(
  '%s: going back right after it, the row is gone from 工作 and 消息',
  async (action, request, rows) => {
    const other = { activityId: 'y', factId: 'y', requestId: 'y', id: 'y' }
    const [list, [row]] = Object.entries(rows)[0] as [string, [object]]
    const shown = { ...nothing, [list]: [row, other] }
    const inbox = {
      unread: 2,
      items: [
        { type: 'notice', id: 'late_x' },
        { type: 'notice', id: 'asked_x' },
        { type: 'witness', ...row },
        { type: 'notice', id: 'late_y' },
      ],
    }
    queryClient.setQueryData(queryKey('identity.work', {}), { ok: true, data: shown })
    queryClient.setQueryData(queryKey('reminder.inbox', {}), { ok: true, data: inbox })
    cloud.mockResolvedValue({ ok: true, at: 1_790_000_000_000, data: {} })
    const { result } = renderHook(() => useCloudAction(action))
    await act(async () => {
      await result.current.run(request as never)
    })
    const data = (of: Action) =>
      queryClient.getQueryData<{ data: Record<string, unknown> }>(queryKey(of, {}))?.data
    await waitFor(() => expect(data('identity.work')).toEqual({ ...nothing, [list]: [other] }))
    expect(data('reminder.inbox')?.items).toEqual([{ type: 'notice', id: 'late_y' }])
    for (const page of todo) expect(madeOld[action]).toContain(page)
  },
)

test('an act that answers nothing leaves 工作 as it is until it is asked again', () => {
  const shown = { ...nothing, late: [{ activityId: 'x' }] } as never
  expect(withoutAnswered(shown, 'identity.work', 'checkin.strike', { activityId: 'x' } as never)).toBe(shown)
})
