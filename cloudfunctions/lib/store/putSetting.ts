import type { BackupState, MigrationState, RanState, TrialState } from './collections/settings'
import { insertOnce } from './insertOnce'
import { updateWhere } from './updateWhere'

type Row =
  | Omit<RanState, 'updatedAt'>
  | Omit<BackupState, 'updatedAt'>
  | Omit<TrialState, 'updatedAt'>
  | Omit<MigrationState, 'updatedAt'>

/** Writes a row of `settings` over the one of its id, or anew. */
export async function putSetting(row: Row): Promise<void> {
  const { _id, ...rest } = row
  const change = () => updateWhere('settings', { _id }, rest)
  if ((await change()) || (await insertOnce('settings', row)) === 'inserted') return
  await change()
}
