import type { ApiAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from './entry/dispatch'
import { cancelChange } from './people/organisation/cancelChange'
import { change } from './people/organisation/changeOrganisations'
import { elect } from './people/organisation/electCommittee'
import { leader } from './people/organisation/nameLeader'
import { one } from './people/organisation/oneOrganisation'
import { previewChange } from './people/organisation/previewChange'
import { tree } from './people/organisation/organisationTree'
import { accept } from './people/register/acceptArrival'
import { askExemption } from './people/register/askExemption'
import { choices } from './people/register/registerChoices'
import { leave } from './people/register/endMembership'
import { list } from './people/register/listRoster'
import { member } from './people/register/memberSheet'
import { myExemptions } from './people/register/myExemptions'
import { save } from './people/register/saveMember'
import { setExemption } from './people/register/setExemption'
import { settleCorrection } from './people/register/settleCorrection'
import { transfer } from './people/register/askForTransfer'

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
