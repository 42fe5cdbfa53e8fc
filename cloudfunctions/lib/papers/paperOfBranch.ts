import { done, refuse } from '@domain/contract/answer'
import type { BranchPaper } from '@domain/contract/paper'
import type { Organisation } from '@domain/org/organisation'
import { fileName } from '@domain/papers/fileName'
import { LEDGER } from '@domain/papers/ledger'
import type { SheetPaper } from '@domain/papers/paper'
import { startOfDay } from '@domain/time/day'
import { type Period, periodByKey, periodOf } from '@domain/time/period'
import { limit } from '../entry/limit'
import { aboutBranch } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { duesRegisterOf } from './duesRegisterOf'
import { MOST_BYTES } from './inPieces'
import { ledgerOf, placeIn } from './ledgerOf'
import { participationOf } from './participationOf'
import { writeExcel } from './write/writeExcel'

interface Kind {
  paper: string
  /** Whatever period is asked for, its year: a form of twelve months. */
  isYearly?: true
  make: (node: Organisation, span: Period, context: Context) => Promise<SheetPaper>
}

export const branchPapers: Record<BranchPaper, Kind> = {
  ledger: { paper: LEDGER, make: ledgerOf },
  participation: { paper: '党员参加组织生活情况表', isYearly: true, make: participationOf },
  dues: { paper: '党费登记表', isYearly: true, make: duesRegisterOf },
}

/** A branch's paper over a period, for whoever runs the branch. */
export const paperOfBranch = useCase(
  'paper.ofBranch',
  aboutBranch,
  async ({ periodKey, paper: asked }, context, node) => {
    const { now, today, caller } = context
    const period = periodByKey(periodKey)
    if (period.from > today) return refuse('invalid_request', { path: 'periodKey' })
    const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
    if (tooMany) return tooMany
    const { make, paper, isYearly } = branchPapers[asked]
    const span = isYearly ? periodOf('year', startOfDay(period.from)) : period
    const made = await writeExcel(await make(node, span, context), now)
    if (made.length > MOST_BYTES) return refuse('export_too_large')
    const organisation = placeIn(node, span, context).branch.name
    const name = fileName({ organisation, when: span, paper, ending: 'xlsx' })
    return done({ fileName: name, content: Buffer.from(made).toString('base64') })
  },
)
