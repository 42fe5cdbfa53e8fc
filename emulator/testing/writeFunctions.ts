import fs from 'node:fs'
import path from 'node:path'
import { newDataDir } from './startTestEmulator'

/** A folder of functions, each from the text of its `index.js`; `timeout` in seconds is everyone's. */
export function writeFunctions(texts: Record<string, string>, timeout = 3): string {
  const folder = newDataDir()
  for (const [name, text] of Object.entries(texts)) {
    fs.mkdirSync(path.join(folder, name))
    fs.writeFileSync(path.join(folder, name, 'index.js'), text)
    fs.writeFileSync(path.join(folder, name, 'config.json'), JSON.stringify({ timeout }))
  }
  return folder
}
