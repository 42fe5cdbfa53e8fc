import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Unpacked {
  executablePath: string
  env: Record<string, string>
}

const root = path.resolve('node_modules/@sparticuz/chromium')
const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']

function version(): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version
}

// The package's own setup names folders of the machine it was made for.
const fontSetup = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`

/** The package unpacks into the temporary folder; a folder of our own makes it happen once, and whole or not at all. */
async function unpackInto(target: string): Promise<void> {
  const parent = path.dirname(target)
  mkdirSync(parent, { recursive: true })
  const staging = mkdtempSync(path.join(parent, 'unpacking-'))
  const { TMPDIR } = process.env
  process.env.TMPDIR = staging
  try {
    const { inflate } = await import('@sparticuz/chromium')
    for (const archive of archives) await inflate(path.join(root, 'bin', archive))
    renameSync(staging, target)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    // Another process was faster.
    if (!existsSync(target)) throw error
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

/** The headless Chromium inside an npm package, with the libraries and the font setup a bare Linux lacks. */
export async function unpackBrowser(): Promise<Unpacked> {
  const target = path.resolve('node_modules/.cache/browser', version())
  if (!existsSync(target)) await unpackInto(target)
  // Again when the folder has been moved. Without a font of the system no text is laid out at all.
  const fonts = path.join(target, 'fonts', 'fonts.conf')
  if (!existsSync(fonts) || readFileSync(fonts, 'utf8') !== fontSetup(target))
    writeFileSync(fonts, fontSetup(target))
  return {
    executablePath: path.join(target, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(target, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: path.join(target, 'fonts'),
    },
  }
}
