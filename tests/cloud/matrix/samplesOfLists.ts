import type { Action } from '@domain/contract/actions'
import type { Cell } from '@domain/contract/keptLists'
import { MOMENT } from '../people'
import type { About, Sample, Standing } from './expected'
import { branch, county, nonce, sample, unit } from './sample'

/**
 * Who reads, writes and moves on each kept list, written by hand from DUTIES and not from the templates the server asks (domain/keptLists/templates):
 * a branch's lists are its own, what the county looks at it reads, and what it looks for is answered by the branch.
 */
interface Kept {
  about: About
  at: string
  reads: readonly Standing[]
  writes: readonly Standing[]
  /** From state to state, and who may where it is not whoever writes. */
  moves: readonly (readonly [from: string, to: string, who?: readonly Standing[]])[]
  /** By whom a row of it is to be done: that is the subject. */
  owner?: string
}
const inForce: Kept['moves'] = [
  ['holds', 'ended'],
  ['ended', 'holds'],
]
const task = {
  owner: 'owner',
  moves: [
    ['open', 'done'],
    ['done', 'open'],
  ],
} satisfies Partial<Kept>
const inside: Kept = {
  ...{ about: branch, at: 'branch1', moves: [] },
  ...{ reads: ['branch_runner'], writes: ['branch_runner'] },
}
const ofUnit: Kept = {
  ...{ about: unit, at: 'unit1', moves: [] },
  reads: ['unit_officer', 'committee', 'inspector'],
  writes: ['unit_officer', 'committee'],
}
const kept: Record<string, Kept> = {
  pioneer_posts: { ...inside, moves: inForce },
  model_branches: {
    ...{ about: county, at: 'county', moves: inForce },
    ...{ reads: ['committee', 'inspector'], writes: ['committee'] },
  },
  inspections: {
    ...{ about: branch, at: 'branch1' },
    reads: ['branch_runner', 'committee', 'inspector'],
    writes: ['committee', 'inspector'],
    // The branch answers what the county has found there; the county says that it is settled.
    moves: [
      ['told', 'answered', ['branch_runner']],
      ['answered', 'closed'],
    ],
  },
  admission: {
    ...inside,
    moves: [
      ['open', 'done'],
      ['open', 'ended'],
      ['done', 'open'],
      ['ended', 'open'],
    ],
  },
  party_staff: { ...inside, moves: inForce },
  sites: { ...inside, reads: ['branch_runner', 'committee', 'inspector'] },
  promises: { ...inside, moves: inForce },
  rectification: { ...inside, ...task },
  three_lists: { ...inside, ...task },
  dual_duties: { ...ofUnit, ...task },
  post_duties: ofUnit,
  comparisons: inside,
  sat_in: inside,
  training: inside,
}
export const listsByHand = Object.keys(kept)
/** `rectification open done`, of every move that is written here. */
export const movesByHand = Object.entries(kept).flatMap(([list, { moves }]) =>
  moves.map(([from, to]) => `${list} ${from} ${to}`),
)

const rowIn = (list: string, state: string): string => `row-${list}-${state}`
/** The states of a list that a row may be in; '' of one that has none. */
const statesOf = ({ moves }: Kept): string[] =>
  moves.length === 0 ? [''] : [...new Set(moves.flatMap(([from, to]) => [from, to]))]

/** A row of each list in each of its states. Whoever moves it says a version it never had: past the door nothing changes. */
export const listRowsOfMatrix = Object.entries(kept).flatMap(([list, one]) =>
  statesOf(one).map((state) => ({
    ...{ _id: rowIn(list, state), list, organisationId: one.at, on: '2026-09-01' },
    cells: (one.owner === undefined ? [] : [{ field: one.owner, pickedIds: ['subject'] }]) as Cell[],
    memberIds: one.owner === undefined ? [] : ['subject'],
    ...{ state, stateOn: '2026-09-01', isCurrent: true, version: 1, savedAs: rowIn(list, state) },
    ...{ by: 'nobody', at: MOMENT, removed: null },
  })),
)

const ofSubject: About = { ...branch, member: 'subject' }
const toSubject = {
  ...{ list: 'rectification', organisationId: 'branch1' },
  entryId: rowIn('rectification', 'open'),
}
const cells = [{ field: 'nothing', text: '某事' }]
const each = (who: 'reads' | 'writes', data: object, more: () => object = () => ({})): Sample[] =>
  Object.entries(kept).map(([list, one]) =>
    sample(one.about, () => ({ list, organisationId: one.at, ...data, ...more() }), {
      designed: one[who],
      of: list,
    }),
  )
/** Whoever is to do a row of a branch moves it too; of a unit only who holds a post there, which the subject does not. */
const moves = Object.entries(kept).flatMap(([list, { about, writes, moves: of, owner }]) =>
  of.map(([from, to, who = owner === undefined ? writes : [...writes, 'self' as const]]) =>
    sample(
      owner === undefined || about.branch === undefined ? about : { ...about, member: 'subject' },
      () => ({ entryId: rowIn(list, from), version: 99, to, ...nonce() }),
      { designed: who, of: `${list} ${from} ${to}` },
    ),
  ),
)
const removes = Object.entries(kept).map(([list, one]) =>
  sample(one.about, () => ({ entryId: rowIn(list, statesOf(one)[0] ?? ''), version: 99, ...nonce() }), {
    designed: one.writes,
    of: list,
  }),
)

export const samplesOfLists = {
  'list.page': [
    sample(branch, { organisationId: 'branch1' }, { designed: ['branch_runner', 'committee', 'inspector'] }),
    sample(unit, { organisationId: 'unit1' }, { designed: ofUnit.reads }),
    sample(county, { organisationId: 'county' }, { designed: ['committee', 'inspector'] }),
  ],
  'list.rows': each('reads', { from: 0 }),
  'list.ofMember': sample(ofSubject, { memberId: 'subject', from: 0 }),
  'list.form': [
    ...each('reads', {}),
    // Whoever is to do what stands in a row looks at it, and closes it.
    sample(ofSubject, toSubject, { designed: [...inside.reads, 'self'] }),
  ],
  'list.save': each('writes', { cells }, nonce),
  'list.saveMany': each('writes', { rows: [{ cells }] }, nonce),
  'import.beginRows': each('writes', { ending: 'csv' }, nonce),
  'import.rows': each('writes', { fileId: 'cloud://none' }, nonce),
  'list.move': moves,
  'list.remove': removes,
  'paper.ofList': each('reads', { as: 'excel' }),
  'list.setting': sample(county),
  'list.saveSetting': sample(county, () => ({
    ...{ list: 'rectification', isOn: true, labels: [], more: [] },
    ...nonce(),
  })),
} satisfies Partial<Record<Action, Sample | Sample[]>>
