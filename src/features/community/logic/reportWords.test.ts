import type { OwnCommunities } from '@domain/contract/community'
import { choicesFor, emptyKind } from './reportWords'

const [unit, home] = [
  { id: 'c1', name: '凤凰社区' },
  { id: 'c2', name: '梧桐里社区' },
]
const mine = (over: Partial<OwnCommunities> = {}): OwnCommunities => ({
  name: '周敏',
  registered: [],
  asked: [],
  past: [],
  communities: [
    { id: 'c1', name: '凤凰社区', under: '城关街道' },
    { id: 'c2', name: '梧桐里社区', under: '城关街道', contact: '田秀芝' },
    { id: 'c3', name: '河西社区' },
  ],
  ...over,
})

test('a few letters narrow by name and by what it stands under', () => {
  expect(choicesFor(mine(), ' 城关 ').map(({ name, sub }) => [name, sub])).toEqual([
    ['凤凰社区', '城关街道'],
    ['梧桐里社区', '城关街道 · 联系人 田秀芝'],
  ])
  expect(choicesFor(mine(), '河西')).toMatchObject([{ id: 'c3', sub: '', known: false }])
})

test('where one is registered or waits is said in place of the contact, and cannot be chosen; a declined one can', () => {
  const choices = choicesFor(
    mine({
      registered: [{ kind: 'unit', community: unit, from: '2026-09-01' }],
      asked: [{ kind: 'home', community: home, askedOn: '2026-09-20' }],
    }),
    '',
  )
  expect(choices.map(({ sub, known }) => [sub, known])).toEqual([
    ['单位所在地已报到，不用再报', true],
    ['居住地正等它接收', true],
    ['', false],
  ])
  const declined = { kind: 'home' as const, community: home, askedOn: '2026-09-20', declinedOn: '2026-09-21' }
  expect(choicesFor(mine({ asked: [declined] }), '梧桐')).toMatchObject([{ known: false }])
})

test('what is empty comes first: the unit’s, then home, then neither', () => {
  const one = { kind: 'unit' as const, community: unit, from: '2026-09-01' }
  expect(emptyKind(mine())).toBe('unit')
  expect(emptyKind(mine({ registered: [one] }))).toBe('home')
  const asked = [{ kind: 'home' as const, community: home, askedOn: '2026-09-20' }]
  expect(emptyKind(mine({ registered: [one], asked }))).toBeUndefined()
})
