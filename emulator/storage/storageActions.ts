import type { Action } from '../gateway/databaseActions'
import type { Storage } from './Storage'

/** The storage actions of the SDK gateway. */
export function storageActions(storage: Storage): Record<string, Action> {
  return {
    'storage.getUploadMetadata': ({ path }) => ({ data: storage.announce(path) }),
    'storage.batchGetDownloadUrl': ({ file_list: files }) => ({
      data: { download_list: storage.downloadUrls(files) },
    }),
    'storage.batchDeleteFile': ({ fileid_list: files }) => ({ data: { delete_list: storage.remove(files) } }),
  }
}
