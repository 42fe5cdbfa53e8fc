import { done, refuse } from '@domain/contract/answer'
import { useCase } from '../../entry/useCase'
import { PAGE } from '../../store/collections/imports'
import { aboutImport } from './aboutImport'
import { judgedRows, judgeRows } from './judgeRows'

/** Goes on judging a large file; says how far reading or applying has come. */
export const proceedImport = useCase('import.proceed', aboutImport, async (_, context, loaded) => {
  const head = loaded.state === 'reading' ? await judgeRows(loaded, context, performance.now()) : loaded
  if (head.state === 'refused') return head.refusal ?? refuse('file_unreadable')
  const { rows, applied } = head
  if (head.state === 'opened') return done({ state: 'reading', rows: 0, doneRows: 0 })
  const doneRows =
    head.state === 'applying' || head.state === 'applied' ? Math.min(rows, applied * PAGE) : judgedRows(head)
  return done({ state: head.state, rows, doneRows })
})
