import type { Action } from '@domain/contract/actions'
import { secretary } from '../world'
import { type Field, nonce, only } from './elsewhereTries'

const aRow = (ownerId: string) => ({
  ...{ list: 'rectification', organisationId: 'branch1', ...nonce() },
  cells: [
    { field: 'what', text: '活动室没有党旗' },
    { field: 'owner', pickedIds: [ownerId] },
    { field: 'due', on: '2026-10-15' },
  ],
})

/** Of kept lists. */
export const elsewhereOfLists: Partial<Record<Action, Record<string, Field>>> = {
  // Oneself, or whoever keeps the register: its door is asked about the member.
  'list.ofMember': { memberId: 'judged' },
  'list.form': {
    organisationId: 'judged',
    entryId: {
      by: secretary,
      request: only({ list: 'rectification', organisationId: 'branch1', entryId: 'row-elsewhere' }),
      other: ['listRows', 'row-elsewhere'],
    },
  },
  'list.save': {
    organisationId: 'judged',
    entryId: {
      by: secretary,
      request: () => ({ ...aRow('m4'), entryId: 'row-elsewhere', version: 1 }),
      other: ['listRows', 'row-elsewhere'],
    },
    'cells.pickedIds': { by: secretary, request: () => aRow('n2'), other: ['members', 'n2'] },
  },
  'list.saveMany': {
    organisationId: 'judged',
    'rows.cells.pickedIds': {
      by: secretary,
      request: () => {
        const { cells, ...list } = aRow('n2')
        return { ...list, rows: [{ cells }] }
      },
      other: ['members', 'n2'],
    },
  },
  'import.rows': {
    organisationId: 'judged',
    fileId: {
      by: secretary,
      request: () => ({
        ...{ list: 'rectification', organisationId: 'branch1', ...nonce() },
        fileId: 'cloud://demo/imports/of-somebody-else.csv',
      }),
      other: ['imports', 'imports_of-somebody-else'],
    },
  },
}
