import type { RosterFile } from '@/platform/chooseRosterFile'
import { makeNonce } from './nonce'
import type { PhoneOutcome, PhoneRefusal } from './outcome'
import { unreachedReasonOf } from './unreached'

/** Bytes the cloud reads of a file, inclusive. */
const MOST_BYTES = 5 * 1024 * 1024

/** What the file is read with: the cloud takes no other under this nonce. */
interface Sent {
  ok: true
  fileId: string
  nonce: string
}

/** Brings a chosen file to where the cloud wants it (`begin`), or says why not. */
export async function sendFile(
  file: RosterFile,
  begin: (nonce: string) => Promise<PhoneOutcome<'import.begin' | 'import.beginList' | 'import.beginRows'>>,
): Promise<Sent | PhoneRefusal> {
  if (file.size > MOST_BYTES) return { ok: false, reason: 'file_too_large' }
  const nonce = makeNonce()
  const begun = await begin(nonce)
  if (!begun.ok) return begun
  try {
    return { ok: true, nonce, fileId: await file.upload(begun.data.cloudPath) }
  } catch (error) {
    return { ok: false, reason: unreachedReasonOf(error) }
  }
}
