import fc from 'fast-check'
import { object, text, value, word } from './values'

export interface FuzzRequest {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer
}

const actions = [
  ...[
    'addCollection',
    'insertDocument',
    'getDocument',
    'calculateDocument',
    'modifyDocument',
    'removeDocument',
  ],
  ...['aggregateDocuments', 'startTransaction', 'commitTransaction', 'abortTransaction', 'watch'],
].map((name) => `database.${name}`)
const others = [
  ...['functions.invokeFunction', 'storage.getUploadMetadata', 'storage.batchGetDownloadUrl'],
  ...['storage.batchDeleteFile', 'wx.api', 'wx.openApi', 'toString', ''],
]
const action = fc.constantFrom(...actions, ...actions, ...others)

const stages = fc.array(
  fc.record(
    {
      stageKey: fc.oneof(
        fc.constantFrom('$match', '$group', '$project', '$sort', '$limit', '$skip', '$unwind', '$lookup'),
        fc.constantFrom(
          '$count',
          '$addFields',
          '$sample',
          '$bucket',
          '$replaceRoot',
          '$facet',
          '$out',
          '$nonsense',
        ),
      ),
      stageValue: fc.oneof(text, value),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
)

/** A field is what the SDK would send, roughly, or anything. */
const or = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: value })

const payload = fc.record(
  {
    action: or(action),
    collectionName: or(fc.constantFrom('notes', 'items', 'people', 'nowhere')),
    query: or(object.map((any) => JSON.stringify(any))),
    data: or(fc.oneof(text, fc.array(text, { maxLength: 3 }))),
    order: or(text),
    projection: or(text),
    offset: or(fc.integer()),
    limit: or(fc.integer({ min: -2, max: 1100 })),
    multi: or(fc.boolean()),
    merge: or(fc.boolean()),
    upsert: or(fc.boolean()),
    queryType: or(fc.constantFrom('DOC', 'WHERE')),
    stages: or(stages),
    transactionId: or(fc.constantFrom('', 'gone')),
    wxCloudApiToken: or(fc.constant('nobody')),
    function_name: or(fc.constantFrom('whoami', 'nobody', '../x', 'broken')),
    request_data: or(text),
    path: or(word),
    file_list: or(fc.array(value, { maxLength: 3 })),
    fileid_list: or(fc.array(value, { maxLength: 3 })),
    apiName: or(word),
    requestData: or(text),
  },
  { requiredKeys: ['action'] },
)

const json = { 'content-type': 'application/json' }
const bodyOf = (any: unknown) => Buffer.from(typeof any === 'string' ? any : JSON.stringify(any))

function form(fields: [string, string][], file: boolean): Buffer {
  const part = ([name, content]: [string, string], i: number) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"${file && i === 0 ? '; filename="f"' : ''}\r\n\r\n${content}\r\n`
  return Buffer.from(`${fields.map(part).join('')}--x--\r\n`)
}

const formName = fc.oneof(
  fc.constantFrom(
    'action',
    'apiName',
    'requestData',
    'wxCloudApiToken',
    'key',
    'signature',
    'cloudPath',
    'file',
  ),
  word,
)
const formText = fc.oneof(fc.constantFrom('wx.openApi', 'subscribeMessage.send', 'notes/a.txt'), word, text)
const aForm = fc
  .tuple(fc.array(fc.tuple(formName, formText), { maxLength: 5 }), fc.boolean(), fc.nat(9))
  .map(([fields, file, cut]) => {
    const whole = form(fields, file)
    return {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: cut < 3 ? whole.subarray(0, Math.floor((whole.length * cut) / 3)) : whole,
    }
  })
const anyBytes = fc
  .tuple(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(json, {}))
  .map(([bytes, headers]) => ({
    headers: headers,
    body: Buffer.from(bytes),
  }))
const jsonOf = (arbitrary: fc.Arbitrary<unknown>) =>
  arbitrary.map((any) => ({ headers: json, body: bodyOf(any) }))

const at = (
  method: fc.Arbitrary<string>,
  path: fc.Arbitrary<string>,
  content: fc.Arbitrary<{ headers: Record<string, string>; body: Buffer }>,
): fc.Arbitrary<FuzzRequest> =>
  fc.record({ method, path, content }).map(({ content: inner, ...rest }) => ({ ...rest, ...inner }))

const post = fc.constant('POST')
const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH')
const to = (...paths: string[]) => fc.constantFrom(...paths)

/** Of half a surrogate pair, which has no bytes, the replacement character. */
const escaped = (any: string) => encodeURIComponent(Buffer.from(any).toString())

const call = fc.record(
  { name: or(fc.constantFrom('whoami', 'broken', 'nobody', '../whoami')), data: or(object) },
  { requiredKeys: [] },
)
const consoleBody = fc.record(
  {
    at: or(fc.maxSafeInteger()),
    advance: or(fc.maxSafeInteger()),
    openid: or(word),
    templateId: or(word),
    errcode: or(fc.integer()),
    functionName: or(word),
    do: or(fc.constantFrom('take', 'restore', 'remove', 'reset')),
    name: or(word),
  },
  { requiredKeys: [] },
)
const consolePath = fc.oneof(
  to(
    'state',
    'clock',
    'collections',
    'invocations',
    'outbox',
    'failures',
    'timers',
    'identities',
    'snapshots',
  ),
  fc.tuple(word, text).map(([name, query]) => `collections/${escaped(name)}?query=${escaped(query)}`),
  to('', 'collections/%', 'collections/notes?query={&limit=x', '../../admin', 'constructor'),
)

const client = to('callFunction', 'uploadFile', 'getTempFileURL', 'deleteFile', 'x', '').map(
  (name) => `/client/${name}`,
)
const files = fc.record(
  {
    fileList: or(fc.array(or(fc.constant('cloud://demo-test.demo/notes/a.txt')), { maxLength: 3 })),
    cloudPath: word,
  },
  { requiredKeys: [] },
)

/** Requests to every door of the emulator, most of them nearly right. */
export const request: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 8, arbitrary: at(post, to('/admin'), jsonOf(payload)) },
  { weight: 1, arbitrary: at(post, to('/admin'), jsonOf(text)) },
  { weight: 1, arbitrary: at(post, to('/admin', '/storage/upload', '/client/uploadFile'), aForm) },
  { weight: 1, arbitrary: at(post, to('/admin', '/client/callFunction'), anyBytes) },
  { weight: 2, arbitrary: at(post, to('/client/callFunction'), jsonOf(fc.oneof(call, text))) },
  { weight: 1, arbitrary: at(methods, client, jsonOf(files)) },
  {
    weight: 1,
    arbitrary: at(
      methods,
      to('/storage/upload', '/storage/x.y', '/storage/..%2f..%2fx?sign=e30.e30'),
      anyBytes,
    ),
  },
  {
    weight: 2,
    arbitrary: at(
      post,
      consolePath.map((name) => `/console/api/${name}`),
      jsonOf(consoleBody),
    ),
  },
  {
    weight: 2,
    arbitrary: at(
      methods,
      consolePath.map((name) => `/console/api/${name}`),
      jsonOf(fc.constant('')),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      methods,
      to('/', '//', '///x', '/%', '/admin', '/%2e%2e/x', '/console/%00', 'http://[x', '*'),
      anyBytes,
    ),
  },
)
