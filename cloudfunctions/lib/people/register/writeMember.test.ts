import type { Member } from '@domain/org/member'
import { aMember } from '@domain/testing/builders'
import { insertMember } from './writeMember'

/** What is stored by id; an alias of `taken` is somebody else's. */
const mockStored = new Map<string, Member>()
let mockTaken = 0
jest.mock('../../store/insertOnce', () => ({
  insertMany: (_: string, rows: Member[]) => {
    const isTaken = (row: Member) => {
      mockTaken -= 1
      if (mockTaken >= 0 || mockStored.has(row._id)) return true
      mockStored.set(row._id, row)
      return false
    }
    return Promise.resolve(rows.filter(isTaken).map(({ _id }) => _id))
  },
}))
jest.mock('../../store/find', () => ({ find: () => Promise.resolve([...mockStored.values()]) }))
const mockLink = jest.fn()
jest.mock('../../store/updateWhere', () => ({
  updateAll: (name: string) => Promise.resolve(mockLink(name) as unknown),
}))

beforeEach(() => {
  mockStored.clear()
  mockLink.mockClear()
  mockTaken = 0
})
const member = aMember({ _id: 'new', alias: 'first', households: [] })

test('a member whose alias is somebody else’s is inserted under another one', async () => {
  mockTaken = 2
  expect(await insertMember(member, 'audit1')).toBe(true)
  expect(mockStored.get('new')).toMatchObject({ _id: 'new', audited: ['audit1'] })
  expect(mockStored.get('new')?.alias).not.toBe('first')
  expect(mockLink).toHaveBeenCalledWith('households')
})

test('a member for whom no alias was free is not said to be inserted, and no household names them', async () => {
  mockTaken = 3
  expect(await insertMember(member, 'audit1')).toBe(false)
  expect(mockStored.size).toBe(0)
  expect(mockLink).not.toHaveBeenCalled()
})

test('one whom an earlier sending of the request has inserted counts as inserted', async () => {
  mockStored.set('new', member)
  expect(await insertMember(member, 'audit1')).toBe(true)
  expect(mockStored.get('new')).toBe(member)
})
