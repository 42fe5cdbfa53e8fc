import type { SetupPage } from '@domain/contract/setup'

export type StepKey = 'rules' | 'organisations' | 'members' | 'rights' | 'heads' | 'meeting'

/** Columns a file needs, by titles that people use; the import knows others and any order. */
export interface FileColumns {
  needed: readonly string[]
  welcome: readonly string[]
}

export interface SetupStep {
  key: StepKey
  title: string
  done: boolean
  /** What stands there, or what the step is about. */
  text: string
  columns?: FileColumns
}

export const fileColumns: Record<'organisations' | 'members', FileColumns> = {
  organisations: {
    needed: ['党组织名称', '组织类别', '上级党组织'],
    welcome: ['单位性质', '届满日期', '工作人员总数'],
  },
  members: {
    needed: ['姓名', '所在支部', '人员类别', '手机号码'],
    welcome: ['党小组', '党内职务', '入党日期'],
  },
}

/** Who lets secretaries in, in one line: 已绑定 23，已邀请 31，还没邀请 8. */
function headsText({ bound, invited, open, nobody }: SetupPage['heads']): string {
  const parts: [string, number][] = [
    ['已绑定', bound],
    ['已邀请', invited],
    ['还没邀请', open],
    ['名册里没有书记', nobody],
  ]
  return parts.flatMap(([label, count]) => (count > 0 ? `${label} ${count}` : [])).join('，')
}

function rightsText({ heads: { nobody }, branches }: SetupPage): string {
  const led = branches - nobody
  return nobody > 0 ? `${led} 个支部有人负责，${nobody} 个名册里没有书记` : `${led} 个支部都有人负责`
}

/**
 * The six steps from an empty county to a number on home, in the order in which they have to be done. Inviting is done when nobody is left to
 * invite and somebody has come; a code that has run out opens it again.
 */
export function setupSteps(page: SetupPage): SetupStep[] {
  const { rules, units, branches, members, rightsSeen, heads, hasHeld } = page
  const isLetIn = heads.open === 0 && heads.bound > 0
  return [
    { key: 'rules', title: '规定', done: rules > 0, text: `${rules} 条已按默认放好，随时可改` },
    {
      key: 'organisations',
      title: '导入组织',
      done: branches > 0,
      text: branches > 0 ? `${units} 个单位、${branches} 个支部` : '先有组织，党员才有支部可去',
      columns: fileColumns.organisations,
    },
    {
      key: 'members',
      title: '导入党员',
      done: branches > 0 && members > 0,
      text: members > 0 ? `${members} 名党员` : '组织在先，党员在后；多张表也行',
      columns: fileColumns.members,
    },
    {
      key: 'rights',
      title: '授权',
      done: rightsSeen,
      text: rightsSeen ? rightsText(page) : '书记、组织委员按职务带出，您过一遍',
    },
    {
      key: 'heads',
      title: '邀请书记',
      done: isLetIn,
      text: heads.bound + heads.invited > 0 ? headsText(heads) : '每人一张邀请码，可打印，可转发',
    },
    { key: 'meeting', title: '第一场会', done: hasHeld, text: '书记发布、开会、登记，首页就有数' },
  ]
}

/** The step at hand: the first that is not done. */
export const stepAtHand = (steps: readonly SetupStep[]): SetupStep | undefined =>
  steps.find(({ done }) => !done)
