import type { ApiAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../entry/dispatch'
import { branchMonth } from './county/branchMonth'
import { countyPage } from './county/countyPage'
import { countyWhy } from './county/countyWhy'
import { meetingSeen } from './county/meetingSeen'
import { branchPage } from './progress/branchPage'
import { homePage } from './progress/homePage'
import { ownRecords } from './progress/ownRecords'
import { spanSheet } from './progress/spanSheet'
import { whySheet } from './progress/whySheet'
import { readFactOrder, saveFactOrder } from './rules/factOrder'
import { listRules } from './rules/listRules'
import { previewRule, saveRule } from './rules/saveRule'
import { jointSetting, saveJoint } from './rules/saveJoint'
import { listWorkdays, saveWorkdays } from './rules/saveWorkdays'
import { contactPage } from './unit/contactPage'
import { unitPage } from './unit/unitPage'

/** What is done of what is owed, and the rules it is judged by. */
export const counting = {
  'progress.home': homePage,
  'progress.branch': branchPage,
  'progress.why': whySheet,
  'progress.span': spanSheet,
  'progress.records': ownRecords,
  'committee.overview': countyPage,
  'committee.why': countyWhy,
  'committee.branch': branchMonth,
  'committee.meeting': meetingSeen,
  'duty.list': listRules,
  'duty.preview': previewRule,
  'duty.save': saveRule,
  'factOrder.read': readFactOrder,
  'factOrder.save': saveFactOrder,
  'workdays.list': listWorkdays,
  'workdays.save': saveWorkdays,
  'joint.setting': jointSetting,
  'joint.save': saveJoint,
  'unit.page': unitPage,
  'unit.contact': contactPage,
} satisfies Partial<UseCasesOf<ApiAction>>
