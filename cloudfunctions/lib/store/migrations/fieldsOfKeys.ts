import type { Migration } from './migration'

/** The period at the end of a natural key: `dues_m1_2026-09`, `…_2026-09_excuse`. */
const periodAtEnd = /_(\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]))?)(?:_excuse)?$/
const pageAtEnd = /_(\d+)$/

// Here alone a key is read: rows of before say it nowhere else.
const endOf = (pattern: RegExp, key: string): string | undefined => pattern.exec(key)?.[1]

/** What used to stand in the key alone got a field: of what period a tick, an excuse and a roll-up are, and which page of an import. */
export const fieldsOfKeys: Migration = {
  number: 1,
  what: '勾选、因故不能参加、汇总各记明是哪一期的，导入的各页记明页码',
  parts: [
    {
      collection: 'facts',
      of: { kind: ['tick', 'excuse'] },
      lacks: 'periodKey',
      value: (row) => endOf(periodAtEnd, row._id),
    },
    { collection: 'rollups', lacks: 'periodKey', value: (row) => row._id },
    {
      collection: 'imports',
      of: { kind: ['page'] },
      lacks: 'page',
      value: (row) => {
        const page = endOf(pageAtEnd, row._id)
        return page === undefined ? undefined : Number(page)
      },
    },
    { collection: 'settings', of: { _id: ['rollup'] }, lacks: 'failed', value: () => [] },
  ],
}
