import type { Action } from './actions'

/** Actions of the function `imports`, which may take a minute and reads files: the others are never made to wait for it. */
export type ImportAction = Extract<Action, `import.${string}`>
export type ApiAction = Exclude<Action, ImportAction>
export type FunctionName = 'api' | 'imports'

/** The deployed function an action is sent to: `functionOf('import.read') // 'imports'`. */
export const functionOf = (action: Action): FunctionName => (action.startsWith('import.') ? 'imports' : 'api')
