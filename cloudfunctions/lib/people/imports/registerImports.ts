import type { ImportAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../../entry/dispatch'
import { applyImport } from './applyImport'
import { exportRoster } from './exportRoster'
import { beginNameList, dropNameLists, readNames } from './nameLists'
import { chooseRow, previewImport } from './previewImport'
import { beginImport, proceedImport, readImport } from './readImport'

/** Registers, and the lists of names of communities, read by the function `imports`. */
export const registerImports = {
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
} satisfies Partial<UseCasesOf<ImportAction>>
