import type { ImportAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../dispatch/dispatch'
import { apply } from './apply'
import { begin } from './begin'
import { choose } from './choose'
import { exportRoster } from './exportRoster'
import { preview } from './preview'
import { proceed } from './proceed'
import { read } from './read'

/** What answers each action of the function `imports`: one without an answer does not compile. */
export const importUseCases: UseCasesOf<ImportAction> = {
  'import.begin': begin,
  'import.read': read,
  'import.proceed': proceed,
  'import.preview': preview,
  'import.choose': choose,
  'import.apply': apply,
  'import.export': exportRoster,
}
