import type { Action, RequestOf, ResponseOf } from '@domain/contract/actions'
import type { PreviewRow, Verdict } from '@domain/contract/imports'
import { newNonce, type World } from './world'

/** Uploads as `wx.cloud.uploadFile` does from a phone; the id of the file. */
export async function upload(
  world: World,
  openId: string,
  bytes: Uint8Array | string,
  cloudPath: string,
): Promise<string> {
  const form = new FormData()
  form.append('cloudPath', cloudPath)
  form.append('file', new Blob([bytes as BlobPart]), 'file')
  const response = await fetch(`${world.emulator.url}/client/uploadFile`, {
    method: 'POST',
    headers: { 'x-demo-openid': openId },
    body: form,
  })
  const answer = (await response.json()) as { fileID?: string; errMsg: string }
  if (!answer.fileID) throw new Error(answer.errMsg)
  return answer.fileID
}

/** Sends a register to where the cloud wants it; what `import.read` is called with. */
export async function sendRegister(
  world: World,
  openId: string,
  bytes: Uint8Array | string,
  fileName = '党员信息.xlsx',
): Promise<RequestOf<'import.read'>> {
  const nonce = newNonce()
  const ending = fileName.endsWith('.csv') ? 'csv' : 'xlsx'
  const { cloudPath } = await world.get(openId, 'import.begin', { nonce, ending })
  return { fileId: await upload(world, openId, bytes, cloudPath), fileName, nonce }
}

/** Reads a file to the end, as the page does it; the import's id. */
export async function readFile(
  world: World,
  openId: string,
  bytes: Uint8Array | string,
  fileName = '党员信息.xlsx',
): Promise<string> {
  const sent = await sendRegister(world, openId, bytes, fileName)
  const { importId, state } = await world.get(openId, 'import.read', sent)
  let now: string = state
  while (now === 'reading') now = (await world.get(openId, 'import.proceed', { importId })).state
  return importId
}

/** The preview puts what needs a look first; a test reads the rows of a sheet as they stand in it. */
const inFile = (a: PreviewRow, b: PreviewRow): number =>
  a.sheet === b.sheet ? a.line - b.line : a.sheet < b.sheet ? -1 : 1

/** All rows of the preview, sheet by sheet (by name) in the order of their lines. */
export async function rowsOf(
  world: World,
  openId: string,
  importId: string,
  only?: Verdict,
): Promise<PreviewRow[]> {
  const rows: PreviewRow[] = []
  for (;;) {
    const page = await world.get(openId, 'import.preview', {
      importId,
      from: rows.length,
      ...(only && { only }),
    })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows.sort(inFile)
  }
}

/** The yes, called until everything is applied. */
export async function applyAll(
  world: World,
  openId: string,
  importId: string,
): Promise<ResponseOf<'import.apply'>> {
  for (;;) {
    const answer = await world.get(openId, 'import.apply', { importId })
    if (answer.state === 'applied') return answer
  }
}

export const importActions: Action[] = [
  'import.read',
  'import.proceed',
  'import.preview',
  'import.choose',
  'import.apply',
]
