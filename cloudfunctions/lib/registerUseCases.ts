import type { ApiAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from './entry/dispatch'
import { cancelChange } from './people/organisation/cancelChange'
import { changeOrganisations } from './people/organisation/changeOrganisations'
import { electCommittee } from './people/organisation/electCommittee'
import { nameLeader } from './people/organisation/nameLeader'
import { oneOrganisation } from './people/organisation/oneOrganisation'
import { previewChange } from './people/organisation/previewChange'
import { organisationTree } from './people/organisation/organisationTree'
import { acceptArrival } from './people/register/acceptArrival'
import { askExemption } from './people/register/askExemption'
import { registerChoices } from './people/register/registerChoices'
import { endMembership } from './people/register/endMembership'
import { listRoster } from './people/register/listRoster'
import { memberSheet } from './people/register/memberSheet'
import { myExemptions } from './people/register/myExemptions'
import { saveMember } from './people/register/saveMember'
import { setExemption } from './people/register/setExemption'
import { settleCorrection } from './people/register/settleCorrection'
import { askForTransfer } from './people/register/askForTransfer'

/** What answers the actions of the register and of the organisation. */
export const registerUseCases: UseCasesOf<Extract<ApiAction, `roster.${string}` | `organisation.${string}`>> =
  {
    'roster.list': listRoster,
    'roster.member': memberSheet,
    'roster.choices': registerChoices,
    'roster.save': saveMember,
    'roster.transfer': askForTransfer,
    'roster.accept': acceptArrival,
    'roster.leave': endMembership,
    'roster.settleCorrection': settleCorrection,
    'roster.myExemptions': myExemptions,
    'roster.askExemption': askExemption,
    'roster.setExemption': setExemption,
    'organisation.tree': organisationTree,
    'organisation.one': oneOrganisation,
    'organisation.previewChange': previewChange,
    'organisation.change': changeOrganisations,
    'organisation.cancelChange': cancelChange,
    'organisation.elect': electCommittee,
    'organisation.leader': nameLeader,
  }
