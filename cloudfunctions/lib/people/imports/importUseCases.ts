import type { ImportAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../../entry/dispatch'
import { apply } from './applyImport'
import { begin } from './beginImport'
import { choose } from './chooseRow'
import { exportRoster } from './exportRoster'
import { preview } from './previewImport'
import { proceed } from './proceedImport'
import { read } from './readImport'

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
