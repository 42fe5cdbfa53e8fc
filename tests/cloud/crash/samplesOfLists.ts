import type { Action } from '@domain/contract/actions'
import type { CutCloud } from './CutCloud'
import { list, task } from '../rectification'
import { earlier, nonce, type Sample, sample } from './sample'
import { county, secretary } from './seed'

const cells = (text: string, ownerId?: string) => task(text, '2026-10-15', ownerId)
const entered = async (cloud: CutCloud) => ({
  ...(await cloud.get(secretary, 'list.save', { ...list, cells: cells('没有党旗'), nonce: earlier })),
})

export const samplesOfLists: Partial<Record<Action, Sample[]>> = {
  'list.save': [
    sample(secretary, { ...list, cells: cells('没有党旗'), nonce }),
    sample(
      secretary,
      ({ id, version }) => ({ ...list, entryId: id, version, cells: cells('没有书报', 'm5'), nonce }),
      { prepare: entered },
    ),
  ],
  'list.saveMany': [
    sample(secretary, {
      ...list,
      rows: [
        { cells: cells('没有党旗') },
        { cells: cells('没有书报', 'm5'), state: 'done', stateOn: '2026-09-01' },
      ],
      nonce,
    }),
  ],
  'import.beginRows': [sample(secretary, { ...list, ending: 'csv', nonce })],
  'list.move': [
    sample(secretary, ({ id, version }) => ({ entryId: id, version, to: 'done', nonce }), {
      prepare: entered,
    }),
  ],
  'list.remove': [
    sample(secretary, ({ id, version }) => ({ entryId: id, version, nonce }), { prepare: entered }),
  ],
  'list.saveSetting': [
    sample(county, { list: 'sites', isOn: false, labels: [], more: [], nonce }),
    sample(
      county,
      { list: 'sites', isOn: true, name: '阵地自查', labels: [], more: [], nonce },
      {
        prepare: async (cloud) => ({
          ...(await cloud.get(county, 'list.saveSetting', {
            ...{ list: 'sites', isOn: false, labels: [], more: [], nonce: earlier },
          })),
        }),
      },
    ),
  ],
}
