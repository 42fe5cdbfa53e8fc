import { done, refuse } from '@domain/contract/answer'
import { dayOf } from '@domain/time/day'
import { limit } from '../../entry/limit'
import { aboutNothing } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { count } from '../../store/find'
import { exportText } from './exportText'
import { partsOf } from './parts'
import { readMine } from './readMine'

const partsFor = async (context: Context): Promise<string[]> =>
  partsOf(exportText(context, await readMine(context)))

/** 导出我的数据: the first part; most people have one. */
export const exportMine = useCase('privacy.export', aboutNothing, async (_request, context) => {
  const { caller, now } = context
  const refusal = await limit({ openId: caller.openId, kind: 'export', reason: 'own' }, now)
  if (refusal) return refusal
  const parts = await partsFor(context)
  return done({ fileName: `我的数据-${dayOf(now)}.txt`, text: parts[0] ?? '', part: 0, parts: parts.length })
})

/** A further part, on the day of the first one. The text is made anew: what was recorded meanwhile may be cut differently between two parts. */
export const exportPart = useCase('privacy.exportPart', aboutNothing, async ({ part }, context) => {
  const { caller, today } = context
  const begun = await count('attempts', { openId: caller.openId, day: today, kind: 'export', reason: 'own' })
  if (begun === 0) return refuse('invalid_request', { path: 'part' })
  const parts = await partsFor(context)
  const text = parts[part]
  return text === undefined
    ? refuse('invalid_request', { path: 'part' })
    : done({ text, parts: parts.length })
})
