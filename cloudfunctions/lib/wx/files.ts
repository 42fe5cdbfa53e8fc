import * as cloud from 'wx-server-sdk'
import { retry } from './retry'
// Opens the environment the files are in.
import './sdk'

interface Files {
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  deleteFile(options: { fileList: string[] }): Promise<unknown>
  getTempFileURL(options: {
    fileList: { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: { tempFileURL?: string; status: number; errMsg: string }[] }>
}
const files = cloud as unknown as Files

/** The bytes of a file in cloud storage; null when there is none. Asked for first: a download that fails says nothing of why. */
export async function downloadFile(fileID: string): Promise<Uint8Array | null> {
  const { fileList } = await retry(() => files.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] }))
  if (!fileList[0]?.tempFileURL) return null
  return (await retry(() => files.downloadFile({ fileID }))).fileContent
}

/** Of a file whose path alone is known. The bucket stands in no variable: a file put there for a moment tells it. */
export async function fileIdsOf(cloudPaths: readonly string[]): Promise<string[]> {
  const cloudPath = 'imports/none'
  const { fileID } = await retry(() => files.uploadFile({ cloudPath, fileContent: Buffer.from(' ') }))
  await deleteFiles([fileID])
  const bucket = fileID.slice(0, -cloudPath.length)
  return cloudPaths.map((path) => bucket + path)
}

/** A file that is not there any more is as good as deleted. At most 50. */
export async function deleteFiles(fileList: string[]): Promise<void> {
  if (fileList.length > 0) await retry(() => files.deleteFile({ fileList }))
}
