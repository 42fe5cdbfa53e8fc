import type { OperatorAnswer } from '@cloud/lib/operator/operator'
import type { MigrationPass, OperatorAsk } from '@domain/contract/operator'
import { RequestError } from './Management'

/** Calls of some ten seconds each at most: a county of ten years needs a few. */
const CALLS = 200

type AskOperator = (ask: OperatorAsk) => Promise<unknown>

/** The last migration the rows have been through; functions that do not answer, or cannot say so yet, have brought over nothing. */
export async function migratedOf(ask: AskOperator): Promise<number> {
  try {
    const answer = (await ask({ ask: 'health' })) as OperatorAnswer
    return answer.ok ? (answer.health?.migrated ?? 0) : 0
  } catch (error) {
    if (error instanceof RequestError) return 0
    throw error
  }
}

/** Brings the rows over in as many calls as it takes; each goes on where the one before was. */
export async function migrateRows(ask: AskOperator, pass: MigrationPass): Promise<void> {
  for (let calls = 0; calls < CALLS; calls += 1) {
    const answer = (await ask({ ask: 'migrate', pass })) as OperatorAnswer
    if (!answer.ok || !answer.migrated)
      throw new RequestError('migrate', 'FunctionError', answer.ok ? '' : answer.reason)
    if (!answer.migrated.left) return
  }
  throw new RequestError('migrate', 'Timeout', '数据还没有补完')
}
