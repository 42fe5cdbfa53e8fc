import type { ApiAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../dispatch/dispatch'
import { cancelChange } from '../organisation/cancelChange'
import { change } from '../organisation/change'
import { elect } from '../organisation/elect'
import { leader } from '../organisation/leader'
import { one } from '../organisation/one'
import { previewChange } from '../organisation/previewChange'
import { tree } from '../organisation/tree'
import { accept } from './accept'
import { askExemption } from './askExemption'
import { choices } from './choices'
import { leave } from './leave'
import { list } from './list'
import { member } from './member'
import { myExemptions } from './myExemptions'
import { save } from './save'
import { setExemption } from './setExemption'
import { settleCorrection } from './settleCorrection'
import { transfer } from './transfer'

/** What answers the actions of the register and of the organisation. */
export const registerUseCases: UseCasesOf<Extract<ApiAction, `roster.${string}` | `organisation.${string}`>> =
  {
    'roster.list': list,
    'roster.member': member,
    'roster.choices': choices,
    'roster.save': save,
    'roster.transfer': transfer,
    'roster.accept': accept,
    'roster.leave': leave,
    'roster.settleCorrection': settleCorrection,
    'roster.myExemptions': myExemptions,
    'roster.askExemption': askExemption,
    'roster.setExemption': setExemption,
    'organisation.tree': tree,
    'organisation.one': one,
    'organisation.previewChange': previewChange,
    'organisation.change': change,
    'organisation.cancelChange': cancelChange,
    'organisation.elect': elect,
    'organisation.leader': leader,
  }
