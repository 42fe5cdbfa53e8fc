import type { ListTemplate } from '../template'
import { ofOrganisation } from './ofOrganisation'
import { ofSite } from './ofSite'
import { ofSupport } from './ofSupport'
import { ofSystem } from './ofSystem'
import { ofTeam } from './ofTeam'

/** Every list that is kept, in the order of 五个基本. One more is one more row here, and no other line. */
export const templates: readonly ListTemplate[] = [
  ...ofOrganisation,
  ...ofTeam,
  ...ofSite,
  ...ofSystem,
  ...ofSupport,
]
