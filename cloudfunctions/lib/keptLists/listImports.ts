import type { ImportAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../entry/dispatch'
import { beginRows, rowsOfFile } from './rowsOfFile'

/** Lists of the office as files, read by the function `imports`. */
export const listImports = {
  'import.beginRows': beginRows,
  'import.rows': rowsOfFile,
} satisfies Partial<UseCasesOf<ImportAction>>
