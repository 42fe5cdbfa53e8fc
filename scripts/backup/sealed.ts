import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { Stop } from '../deploy/Stop'

/** Text or bytes, packed by gzip and encrypted by age (age-encryption.org) to whoever holds the county's key. Whole or not there. */
export async function seal(
  file: string,
  content: Iterable<Buffer> | AsyncIterable<Buffer>,
  recipient: string,
): Promise<void> {
  const to = new Encrypter()
  to.addRecipient(recipient)
  const packed = createGzip()
  // What fails while it is read fails the packing, and so the whole.
  const reading = pipeline(Readable.from(content), packed)
  reading.catch(() => undefined)
  const sealed = await to.encrypt(Readable.toWeb(packed) as globalThis.ReadableStream<Uint8Array>)
  const part = `${file}.part`
  await Promise.all([
    reading,
    pipeline(Readable.fromWeb(sealed as unknown as ReadableStream), createWriteStream(part)),
  ])
  renameSync(part, file)
}

const isNoKeyOfIts = (error: unknown) =>
  error instanceof Error && error.message.includes('no identity matched')

/** The bytes of a sealed file; stops with a sentence where the key is another, or the file is not as it was written. */
export async function* unseal(file: string, identity: string): AsyncGenerator<Buffer> {
  const name = path.basename(file)
  if (!existsSync(file)) throw new Stop(`备份不完整：缺少文件 ${name}。`)
  const by = new Decrypter()
  by.addIdentity(identity)
  try {
    const source = Readable.toWeb(createReadStream(file)) as globalThis.ReadableStream<Uint8Array>
    const opened = Readable.fromWeb((await by.decrypt(source)) as unknown as ReadableStream)
    const unpacked = createGunzip()
    opened.on('error', (error) => unpacked.destroy(error))
    for await (const chunk of opened.pipe(unpacked)) yield chunk as Buffer
  } catch (error) {
    if (isNoKeyOfIts(error)) throw new Stop('这把钥匙打不开这份备份：备份是用另一把钥匙加密的。')
    throw new Stop(`备份文件 ${name} 不完整或被改动过，没有恢复任何内容：请换一份备份。`)
  }
}

/** Line by line, each without its end. */
export async function* unsealLines(file: string, identity: string): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of unseal(file, identity)) {
    rest = Buffer.concat([rest, chunk])
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield rest.subarray(0, end).toString('utf8')
      rest = rest.subarray(end + 1)
    }
  }
  if (rest.length > 0) yield rest.toString('utf8')
}

export async function unsealWhole(file: string, identity: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of unseal(file, identity)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
