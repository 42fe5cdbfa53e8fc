import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { declarations } from '@cloud/lib/store/collections/collections'

const source = 'cloudfunctions'
const dist = path.join('dist', 'cloudfunctions')

function entries(): string[] {
  if (!existsSync(source)) return []
  return readdirSync(source).filter(
    (name) => name !== 'lib' && existsSync(path.join(source, name, 'index.ts')),
  )
}

function sdkVersion(): string {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const version = devDependencies['wx-server-sdk']
  if (!version) throw new Error('package.json names no wx-server-sdk')
  return version
}

interface Into {
  target: string
  sdk: string
  plugins: Plugin[]
}

/** Bundles one function into its own folder: WeChat uploads only that folder and installs its package.json. */
async function buildEntry(name: string, { target, sdk, plugins }: Into): Promise<string> {
  const folder = path.join(target, name)
  const config = path.join(source, name, 'config.json')
  if (!existsSync(config))
    throw new Error(`${config} is missing: it declares time-out, triggers and permissions`)
  mkdirSync(folder, { recursive: true })
  const result = await build({
    entryPoints: [path.join(source, name, 'index.ts')],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    external: ['wx-server-sdk'],
    minifySyntax: true,
    charset: 'utf8',
    legalComments: 'none',
    tsconfig: 'tsconfig.json',
    metafile: true,
    plugins,
    logLevel: 'warning',
  })
  const manifest = {
    name,
    version: '1.0.0',
    private: true,
    main: 'index.js',
    dependencies: { 'wx-server-sdk': sdk },
  }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  copyFileSync(config, path.join(folder, 'config.json'))
  const bytes = Object.values(result.metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
  return `cloud function ${name}: ${(bytes / 1024).toFixed(0)} KB`
}

/** Builds every cloudfunctions/<entry>/index.ts into a folder of its own below `target`; yields one line a function. */
export function buildFunctions(target: string, plugins: Plugin[] = []): Promise<string[]> {
  const into = { target, sdk: sdkVersion(), plugins }
  return Promise.all(entries().map((name) => buildEntry(name, into)))
}

/**
 * Builds every function into dist/cloudfunctions, and lists the collections with their indexes for whoever makes them in an environment; yields
 * one line a function.
 */
export async function buildCloud(): Promise<string[]> {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  writeFileSync(path.join('dist', 'collections.json'), `${JSON.stringify(declarations, null, 2)}\n`)
  return buildFunctions(dist)
}
