import type { HeadInvitation } from '@domain/contract/setup'
import { paperPages } from './paperPages'

const paper = (n: number, over: Partial<HeadInvitation> = {}): HeadInvitation => ({
  invitationId: `i${n}`,
  token: `token-${n}`,
  codePrefix: '',
  until: 1000 + n,
  branch: { id: `b${n}`, name: `第${n}党支部` },
  head: `同志${n}`,
  post: 'secretary',
  ...over,
})
const many = Array.from({ length: 9 }, (_, i) => paper(i))

test('papers stand eight on a sheet, and a sheet is good until the first of them runs out', () => {
  expect(paperPages(many, 'eight').map(({ cards, until }) => [cards.length, until])).toEqual([
    [8, 1000],
    [1, 1008],
  ])
  expect(paperPages([], 'eight')).toEqual([])
})

test('papers of one unit stand on a sheet of their own; a branch without a unit has one too', () => {
  const unit = { id: 'u1', name: '县教育局机关党委' }
  const pages = paperPages([paper(1, { unit }), paper(2), paper(3, { unit })], 'unit')
  expect(pages.map(({ heading, cards }) => [heading, cards.map(({ place }) => place)])).toEqual([
    ['县教育局机关党委', ['第1党支部', '第3党支部']],
    ['第2党支部', ['第2党支部']],
  ])
})

test('a paper of a branch whose names stay inside says the post, once', () => {
  const { head: _, ...nameless } = paper(1)
  const [card] = paperPages([nameless], 'eight')[0]?.cards ?? []
  expect(card).toMatchObject({ title: '党支部书记' })
  expect(card).not.toHaveProperty('post')
})
