import type { Action } from './actions'

/** Actions of the function `imports`, which may take a minute and reads files: the others are never made to wait for it. */
export type ImportAction = Extract<Action, `import.${string}`>
/** Actions of the function `papers`, which carries the writers of Word and Excel: no other has to load them. */
export type PaperAction = Extract<Action, `paper.${string}`>
export type ApiAction = Exclude<Action, ImportAction | PaperAction>
export type FunctionName = 'api' | 'imports' | 'papers'

/** The deployed function an action is sent to: `functionOf('import.read') // 'imports'`. */
export const functionOf = (action: Action): FunctionName => {
  if (action.startsWith('import.')) return 'imports'
  return action.startsWith('paper.') ? 'papers' : 'api'
}
