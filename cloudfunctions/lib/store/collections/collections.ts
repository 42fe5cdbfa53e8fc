import { activities } from './activities'
import { attempts } from './attempts'
import { audit } from './audit'
import type { Collection } from './collection'
import { consents } from './consents'
import { corrections } from './corrections'
import { credits } from './credits'
import { deletions } from './deletions'
import { duties } from './duties'
import { facts } from './facts'
import { faults } from './faults'
import { feedback } from './feedback'
import { households } from './households'
import { identities } from './identities'
import { imports } from './imports'
import { invitations } from './invitations'
import { listRows } from './listRows'
import { members } from './members'
import { needs } from './needs'
import { organisationChanges } from './organisationChanges'
import { organisations } from './organisations'
import { receipts } from './receipts'
import { reminders } from './reminders'
import { rollups } from './rollups'
import { settings } from './settings'
import { views } from './views'

/**
 * Every collection in use. From here come the indexes of the local cloud and of the deployment, the types of every question, and how many rows
 * one may ask for. Clients read and write none of them.
 */
export const collections = {
  organisations,
  members,
  identities,
  invitations,
  activities,
  facts,
  duties,
  households,
  imports,
  organisationChanges,
  attempts,
  audit,
  reminders,
  credits,
  rollups,
  settings,
  consents,
  views,
  corrections,
  deletions,
  feedback,
  listRows,
  needs,
  faults,
  receipts,
}

type RowOf<C> = C extends Collection<infer Row> ? Row : never
export type Collections = { [N in keyof typeof collections]: RowOf<(typeof collections)[N]> }
export type CollectionName = keyof Collections

/** As a cloud wants to be told of them. */
export const declarations = Object.entries(collections).map(([name, { indexes }]) => ({
  name,
  indexes: indexes.map((index) => ({ ...index, keys: [...index.keys] })),
}))
