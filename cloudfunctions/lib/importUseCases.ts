import type { ImportAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from './entry/dispatch'
import { listImports } from './keptLists/listImports'
import { registerImports } from './people/imports/registerImports'

/** What answers each action of the function `imports`: one without an answer does not compile. */
export const importUseCases: UseCasesOf<ImportAction> = { ...registerImports, ...listImports }
