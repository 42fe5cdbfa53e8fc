import { CloudError, invalidParam } from '../cloudError'

/** Bytes of a path in UTF-8, inclusive. */
const LONGEST = 850

/**
 * Why a cloud path is refused; undefined when it is fine. `%`, `?` and `#` are refused because the SDK encodes the
 * link's text as it stands, so they would arrive as something else.
 */
function badPath(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return 'the path is empty'
  if (Buffer.byteLength(path) > LONGEST) return `the path is longer than ${LONGEST} bytes`
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\%?#\p{Surrogate}]/u.test(path))
    return 'the path holds characters that are not allowed'
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    return 'the path begins or ends with /, or has an empty, . or .. part'
  return undefined
}

export function checkedPath(path: unknown): string {
  const problem = badPath(path)
  if (problem !== undefined) throw invalidParam(`cloudPath: ${problem}`)
  return path as string
}

/** The bucket of an environment, as the cloud names it: four hexadecimal digits, the environment, an account. */
export const bucketOf = (envId: string) =>
  `${Buffer.from(envId.slice(0, 2)).toString('hex')}-${envId}-1300000000`

/** `cloud://demo-local.6465-demo-local-1300000000/rosters/a.xlsx` */
export const fileIdOf = (envId: string, path: string): string => `cloud://${envId}.${bucketOf(envId)}/${path}`

/** The path a file's id means. Another environment's file is out of reach; what is no id is a wrong parameter. */
export function pathOf(envId: string, fileId: unknown): string {
  const [, bucket, path = ''] =
    (typeof fileId === 'string' ? /^cloud:\/\/([^/]+)\/(.+)$/su.exec(fileId) : null) ?? []
  if (badPath(path) !== undefined) throw invalidParam('that is not a fileID')
  if (bucket !== `${envId}.${bucketOf(envId)}`)
    throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'the file belongs to another environment')
  return path
}
