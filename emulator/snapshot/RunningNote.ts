import fs from 'node:fs'
import path from 'node:path'

const noteOf = (dataDir: string) => path.join(dataDir, 'running.json')

/** Tells whoever finds the data folder in use where its emulator answers. */
export class RunningNote {
  constructor(
    private readonly dataDir: string,
    url: string,
  ) {
    fs.writeFileSync(noteOf(dataDir), `${JSON.stringify({ url })}\n`)
  }

  /** What a killed process left behind still stands there: it counts only while the folder is in use. */
  static read(dataDir: string): string | undefined {
    if (!fs.existsSync(noteOf(dataDir))) return undefined
    return (JSON.parse(fs.readFileSync(noteOf(dataDir), 'utf8')) as { url: string }).url
  }

  remove(): void {
    fs.rmSync(noteOf(this.dataDir), { force: true })
  }
}
