import { randomId } from '../randomId'
import { insertOnce } from '../wx/insertOnce'
import type { AuditRow } from './auditRow'

/** Written only after the change it tells of really changed a record. */
export async function writeAudit(row: Omit<AuditRow, '_id' | 'updatedAt'>): Promise<void> {
  await insertOnce('audit', { _id: randomId(), ...row })
}
