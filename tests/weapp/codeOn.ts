import { readCode } from '../browser'
import type { WeappHost } from './host'

const address = /^data:image\/png;base64,(.+)$/

/** The code WeChat drew, once its picture stands in place of the plain one, as another phone reads it; '' when it is none. */
export async function codeInPicture(host: WeappHost, selector: string): Promise<string> {
  const source = () => (host.has(selector) ? host.attribute(selector, 'src') : undefined)
  await host.until(() => typeof source() === 'string')
  return readCode(Buffer.from(address.exec(String(source()))?.[1] ?? '', 'base64')) ?? ''
}
