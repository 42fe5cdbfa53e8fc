import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import path from 'node:path'

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'mac',
  win32: 'windows',
}

function filesOf(dist: string, ending: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending))
}

function compile(program: 'wcc' | 'wcsc', dist: string, args: string[]): string {
  const folder = platforms[process.platform]
  if (!folder) throw new Error(`WeChat's compilers do not run on ${process.platform}`)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const file = path.resolve('node_modules/miniprogram-compiler/bin', folder, program + suffix)
  // npm unpacks them without the executable bit.
  chmodSync(file, 0o755)
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    cwd: dist,
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${program}: ${stderr || stdout}`)
  return stdout
}

/** Runs WeChat's own WXML and WXSS compilers over a build, as DevTools does; throws what they complain of. */
export function compileGate(dist = 'dist/weapp'): { templates: number; styles: number } {
  const templates = filesOf(dist, '.wxml')
  const styles = filesOf(dist, '.wxss')
  if (templates.length === 0) throw new Error(`no build in ${dist}: npm run build:weapp`)
  compile('wcc', dist, ['-d', ...templates, ...filesOf(dist, '.wxs')])
  if (styles.length > 0) compile('wcsc', dist, ['-lc', ...styles])
  return { templates: templates.length, styles: styles.length }
}
