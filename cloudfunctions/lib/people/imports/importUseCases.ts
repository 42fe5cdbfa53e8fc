import type { ImportAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../../entry/dispatch'
import { applyImport } from './applyImport'
import { exportRoster } from './exportRoster'
import { beginNameList, dropNameLists, readNames } from './nameLists'
import { chooseRow, previewImport } from './previewImport'
import { beginImport, proceedImport, readImport } from './readImport'

/** What answers each action of the function `imports`: one without an answer does not compile. */
export const importUseCases: UseCasesOf<ImportAction> = {
  'import.begin': beginImport,
  'import.beginList': beginNameList,
  'import.list': readNames,
  'import.dropLists': dropNameLists,
  'import.read': readImport,
  'import.proceed': proceedImport,
  'import.preview': previewImport,
  'import.choose': chooseRow,
  'import.apply': applyImport,
  'import.export': exportRoster,
}
