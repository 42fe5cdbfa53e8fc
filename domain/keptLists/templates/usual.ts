import type { ListTemplate } from '../template'

/** Kept by whoever runs the branch, and read by nobody else. */
export const byBranch = {
  keptBy: 'branch',
  reads: ['branch_runner'],
  writes: ['branch_runner'],
} satisfies Partial<ListTemplate>

/** The same, of what is shown for all to read (亮出): it stands on the card of the member it names as well. */
export const onCard = { ...byBranch, reads: ['branch_runner', 'self'] } satisfies Partial<ListTemplate>

/** Kept by whoever looks after the unit. */
export const byUnit = {
  keptBy: 'unit',
  reads: ['unit_officer', 'committee', 'inspector'],
  writes: ['unit_officer', 'committee'],
} satisfies Partial<ListTemplate>

/** What is to be done by somebody and by a day: 办理中 until 办结, which can be taken back. */
export const task = {
  due: 'due',
  owner: 'owner',
  states: [
    { id: 'open', label: '办理中', isOver: false },
    { id: 'done', label: '已办结', isOver: true },
  ],
  moves: [
    { from: 'open', to: 'done', label: '办结' },
    { from: 'done', to: 'open', label: '重新办理' },
  ],
} satisfies Partial<ListTemplate>

/** What holds until it is ended: `inForce('在岗', '撤岗', '已撤岗')`. */
export const inForce = (holds: string, end: string, ended: string) =>
  ({
    states: [
      { id: 'holds', label: holds, isOver: true },
      { id: 'ended', label: ended, isOver: true },
    ],
    moves: [
      { from: 'holds', to: 'ended', label: end },
      { from: 'ended', to: 'holds', label: '恢复' },
    ],
  }) satisfies Partial<ListTemplate>
