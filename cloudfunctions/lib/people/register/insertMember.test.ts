import type { Member } from '@domain/org/member'
import { aMember } from '@domain/testing/builders'
import { insertMember } from './insertMember'

/** What is stored by id; an alias of `taken` is somebody else's. */
const mockStored = new Map<string, Member>()
let mockTaken = 0
jest.mock('../../store/insertOnce', () => ({
  insertOnce: (_: string, row: Member) => {
    mockTaken -= 1
    if (mockTaken >= 0 || mockStored.has(row._id)) return Promise.resolve('duplicate')
    mockStored.set(row._id, row)
    return Promise.resolve('inserted')
  },
}))
jest.mock('../../store/find', () => ({
  findById: (_: string, id: string) => Promise.resolve(mockStored.get(id) ?? null),
}))
const mockLink = jest.fn()
jest.mock('./writeMember', () => ({
  linkHouseholds: (member: Member) => Promise.resolve(mockLink(member) as unknown),
}))

beforeEach(() => {
  mockStored.clear()
  mockLink.mockClear()
  mockTaken = 0
})
const member = aMember({ _id: 'new', alias: 'first' })

test('a member whose alias is somebody else’s is inserted under another one', async () => {
  mockTaken = 2
  expect(await insertMember(member, 'audit1')).toBe(true)
  expect(mockStored.get('new')).toMatchObject({ _id: 'new', audited: ['audit1'] })
  expect(mockStored.get('new')?.alias).not.toBe('first')
  expect(mockLink).toHaveBeenCalledTimes(1)
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
