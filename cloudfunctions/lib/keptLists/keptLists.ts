import type { ApiAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../entry/dispatch'
import { listForm } from './listForm'
import { listPage } from './listPage'
import { listRows } from './listRows'
import { listSetting, saveListSetting } from './listSetting'
import { moveRow, removeRow } from './moveRow'
import { rowsOfMember } from './rowsOfMember'
import { saveRow } from './saveRow'
import { saveRows } from './saveRows'

/** 台账与清单: lists that are kept by one engine, each a template of domain/keptLists. */
export const keptLists = {
  'list.page': listPage,
  'list.rows': listRows,
  'list.ofMember': rowsOfMember,
  'list.form': listForm,
  'list.save': saveRow,
  'list.saveMany': saveRows,
  'list.move': moveRow,
  'list.remove': removeRow,
  'list.setting': listSetting,
  'list.saveSetting': saveListSetting,
} satisfies Partial<UseCasesOf<ApiAction>>
