import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { functionFolder } from '../../emulator/probe/runProbe'
import type { Environment } from './Environment'
import type { WantedFunction } from './state'
import { RUNTIME } from './wanted'
import { zipOf } from './zipOf'

const NAME = 'probe'
/** Seconds: less than the sleep that is to be cut off (phone.js). */
const TIMEOUT = 40

function filesBelow(folder: string): Record<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return Object.fromEntries(
    files.map(({ name, parentPath }) => {
      const file = path.join(parentPath, name)
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)]
    }),
  )
}

const wanted = (): WantedFunction => ({
  name: NAME,
  runtime: RUNTIME,
  timeout: TIMEOUT,
  memory: 256,
  variables: {},
  trigger: undefined,
  zip: zipOf(filesBelow(functionFolder)),
})

/** What is pasted once into the console of WeChat's developer tools; it prints one line. */
export const pasteOf = (phone: string): string =>
  `${phone.trim()}\naskOnce((options) => wx.cloud.callFunction(options)).then((line) => console.log(line))`

const isThere = async (environment: Environment): Promise<boolean> =>
  (await environment.read({ collections: [], functions: [{ name: NAME }] })).functions[NAME] !== undefined

/** Puts the function `probe` into an environment, or its newest code, and says what is left to do by hand. */
export async function prepareProbe(environment: Environment, log: (line: string) => void): Promise<void> {
  const there = await isThere(environment)
  await environment.perform({ do: there ? 'updateCode' : 'createFunction', wanted: wanted() })
  log(pasteOf(readFileSync(path.join(path.dirname(functionFolder), 'phone.js'), 'utf8')))
  log(
    '\n函数 probe 已放好。在微信开发者工具里打开这个环境的小程序，把上面整段粘贴到控制台，约两分钟后打印一行；\n把这一行存成 answers.json，运行 npm run probe -- --save answers.json，再用 --remove 取走函数。',
  )
}

/** Takes the function out again; the two collections it used are deleted in the cloud's console. */
export async function removeProbe(environment: Environment, log: (line: string) => void): Promise<void> {
  if (await isThere(environment))
    await environment.perform({ do: 'removeFunction', name: NAME, why: 'failed' })
  log('函数 probe 已取走。集合 probe_items 和 probe_others 请在云开发控制台里删除。')
}
