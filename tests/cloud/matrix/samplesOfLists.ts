import type { Action } from '@domain/contract/actions'
import type { Cell } from '@domain/contract/keptLists'
import { MOMENT } from '../people'
import type { About, Sample, Standing } from './expected'
import { branch, county, group, nonce, sample, unit } from './sample'

/**
 * Who reads and who writes each kept list, written by hand from DUTIES and not from the templates the server asks (domain/keptLists/templates): a
 * branch's lists are its own, what the county looks at it reads, and what it looks for is answered by the branch.
 */
interface Kept {
  about: About
  at: string
  reads: readonly Standing[]
  writes: readonly Standing[]
}
const inside: Kept = { about: branch, at: 'branch1', reads: ['branch_runner'], writes: ['branch_runner'] }
const ofUnit: Kept = {
  ...{ about: unit, at: 'unit1' },
  reads: ['unit_officer', 'committee', 'inspector'],
  writes: ['unit_officer', 'committee'],
}
const kept: Record<string, Kept> = {
  pioneer_posts: inside,
  model_branches: { about: county, at: 'county', reads: ['committee', 'inspector'], writes: ['committee'] },
  inspections: {
    ...{ about: branch, at: 'branch1' },
    reads: ['branch_runner', 'committee', 'inspector'],
    writes: ['committee', 'inspector'],
  },
  admission: inside,
  party_staff: inside,
  sites: { ...inside, reads: ['branch_runner', 'committee', 'inspector'] },
  promises: inside,
  rectification: inside,
  three_lists: inside,
  dual_duties: ofUnit,
  post_duties: ofUnit,
  comparisons: inside,
  sat_in: inside,
  training: inside,
}
export const listsByHand = Object.keys(kept)

const row = (_id: string, list: string, organisationId: string, more: object = {}) => ({
  ...{ _id, list, organisationId, cells: [] as Cell[], memberIds: [], on: '2026-09-01' },
  ...{ state: 'open', stateOn: '2026-09-01', isCurrent: true, version: 1, savedAs: _id },
  ...{ by: 'nobody', at: MOMENT, removed: null, ...more },
})
/** Rows that stand where something is tried on them. */
export const listRowsOfMatrix = [
  row('row-of-branch', 'rectification', 'branch1', {
    cells: [{ field: 'owner', pickedIds: ['subject'] }],
    memberIds: ['subject'],
  }),
  row('row-of-unit', 'dual_duties', 'unit1'),
  row('row-of-county', 'model_branches', 'county', { state: 'holds' }),
  row('row-told', 'inspections', 'branch1', { state: 'told' }),
  row('row-answered', 'inspections', 'branch1', { state: 'answered', isCurrent: false }),
]

const ofSubject: About = { ...branch, member: 'subject' }
const toSubject = { list: 'rectification', organisationId: 'branch1', entryId: 'row-of-branch' }
const cells = [{ field: 'nothing', text: '某事' }]
const each = (who: 'reads' | 'writes', data: object, more: () => object = () => ({})): Sample[] =>
  Object.entries(kept).map(([list, one]) =>
    sample(one.about, () => ({ list, organisationId: one.at, ...data, ...more() }), { designed: one[who] }),
  )
const move = (about: About, entryId: string, to: string, designed: readonly Standing[]): Sample =>
  sample(about, () => ({ entryId, version: 99, to, ...nonce() }), { designed })
const remove = (about: About, entryId: string, designed: readonly Standing[]): Sample =>
  sample(about, () => ({ entryId, version: 99, ...nonce() }), { designed })

export const samplesOfLists = {
  'list.page': [
    sample(branch, { organisationId: 'branch1' }, { designed: ['branch_runner', 'committee', 'inspector'] }),
    sample(unit, { organisationId: 'unit1' }, { designed: ofUnit.reads }),
    sample(county, { organisationId: 'county' }, { designed: ['committee', 'inspector'] }),
  ],
  'list.rows': each('reads', { from: 0 }),
  'list.ofMember': sample(group, { memberId: 'subject', from: 0 }),
  'list.form': [
    ...each('reads', {}),
    // Whoever is to do what stands in a row looks at it, and closes it.
    sample(ofSubject, toSubject, { designed: [...inside.reads, 'self'] }),
  ],
  'list.save': each('writes', { cells }, nonce),
  'list.saveMany': each('writes', { rows: [{ cells }] }, nonce),
  'import.beginRows': each('writes', { ending: 'csv' }, nonce),
  'import.rows': each('writes', { fileId: 'cloud://none' }, nonce),
  'list.move': [
    move(ofSubject, 'row-of-branch', 'done', [...inside.writes, 'self']),
    move(unit, 'row-of-unit', 'done', ofUnit.writes),
    move(county, 'row-of-county', 'ended', ['committee']),
    // The branch answers what the county has found there; the county says that it is settled.
    move(branch, 'row-told', 'answered', ['branch_runner']),
    move(branch, 'row-answered', 'closed', ['committee', 'inspector']),
  ],
  'list.remove': [
    remove(branch, 'row-of-branch', inside.writes),
    remove(unit, 'row-of-unit', ofUnit.writes),
    remove(branch, 'row-told', ['committee', 'inspector']),
  ],
  'paper.ofList': each('reads', { as: 'excel' }),
  'list.setting': sample(county),
  'list.saveSetting': sample(county, () => ({
    ...{ list: 'rectification', isOn: true, labels: [], more: [] },
    ...nonce(),
  })),
} satisfies Partial<Record<Action, Sample | Sample[]>>
