import { askOperator } from '../deploy/apply'
import { RequestError } from '../deploy/Management'
import type { Place } from './Place'

/** Tells the county that a whole backup was taken, so that 运行情况 says when. False: its functions are older, or not there, and cannot be told. */
export async function noteBackup({ environment }: Pick<Place, 'environment'>): Promise<boolean> {
  try {
    return (await askOperator(environment, { ask: 'backed_up' })).ok
  } catch (error) {
    if (error instanceof RequestError) return false
    throw error
  }
}
