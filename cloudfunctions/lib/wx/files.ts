import * as cloud from 'wx-server-sdk'
import { AppError } from '../AppError'
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

export async function uploadFile(cloudPath: string, fileContent: Uint8Array): Promise<string> {
  const { fileID } = await retry(() => files.uploadFile({ cloudPath, fileContent: Buffer.from(fileContent) }))
  return fileID
}

/** A file that is not there any more is as good as deleted. At most 50. */
export async function deleteFiles(fileList: string[]): Promise<void> {
  if (fileList.length > 0) await retry(() => files.deleteFile({ fileList }))
}

/** A link for whoever holds it, for so many seconds. */
export async function linkTo(fileID: string, maxAge: number): Promise<string> {
  const { fileList } = await retry(() => files.getTempFileURL({ fileList: [{ fileID, maxAge }] }))
  const url = fileList[0]?.tempFileURL
  if (!url) throw new AppError('no_link', fileList[0]?.errMsg ?? 'no answer')
  return url
}
