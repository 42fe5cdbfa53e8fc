import type { OneOrganisation } from '@domain/contract/organisation'
import { electionWords } from './electionWords'

const from = '2023-09-22'
const one = {
  node: {
    id: 'branch1',
    type: 'branch',
    name: '甲党支部',
    parentId: 'u',
    count: 9,
    validFrom: from,
    countsOnly: false,
  },
  committee: [
    { memberId: 'm1', name: '宋秀国', post: 'secretary', from },
    { memberId: 'm2', name: '周敏', post: 'organisation_officer', from },
    { memberId: 'm3', name: '贺晨', post: 'committee_member', from },
  ],
  people: [
    { id: 'm1', name: '宋秀国' },
    { id: 'm3', name: '贺晨' },
    { id: 'm4', name: '秦广广' },
  ],
} satisfies Pick<OneOrganisation, 'node' | 'committee' | 'people'>
const today = '2026-09-22'

test('改选 names everybody who holds a post from the day on and everybody who no longer does', () => {
  const posts = [
    { memberId: 'm1', post: 'secretary' },
    { memberId: 'm4', post: 'organisation_officer' },
  ] as const
  expect(electionWords(one, { kind: 'election', on: today, posts, today })).toEqual({
    sentence: '今天起，甲党支部新一届班子 2\u00a0人。',
    holding: ['党支部书记 宋秀国（不变）', '组织委员 秦广广'],
    ending: ['周敏不再任组织委员', '贺晨不再任支委会委员'],
  })
})

test('补选 ends whom another one follows, and 委员 who get a task; the others go on unsaid', () => {
  const posts = [{ memberId: 'm3', post: 'organisation_officer' }] as const
  expect(electionWords(one, { kind: 'by_election', on: '2026-10-01', posts, today })).toEqual({
    sentence: '10月1日起，甲党支部补选 1\u00a0人。',
    holding: ['组织委员 贺晨'],
    ending: ['周敏不再任组织委员', '贺晨不再任支委会委员'],
  })
})
