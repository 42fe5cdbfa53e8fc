import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import keptShapes from './keptShapes'

const root = process.cwd()
const isH5 = process.env.TARO_ENV === 'h5'

// The h5 build serves development and the demo; the weapp build is what users get, except while watching.
// PLAIN_H5=1 builds h5 without the developer pages and the font, as a hosted h5 would be.
const isDemo = isH5 ? process.env.PLAIN_H5 !== '1' : process.env.NODE_ENV !== 'production'
const fontPackage = path.resolve(root, 'node_modules/@fontsource-variable/noto-sans-sc')

const fontFiles = isDemo
  ? [
      { from: `${fontPackage}/wght.css`, to: 'dist/h5/font/wght.css' },
      { from: `${fontPackage}/files`, to: 'dist/h5/font/files' },
    ]
  : []

// Code outside src/, and packages that ship ES2022 (#private fields), must go through Babel.
const compile = {
  include: [
    path.resolve(root, 'domain'),
    (file: string) => /node_modules[\\/](@tanstack|@noble|uqr|valibot|jsqr)[\\/]/.test(file),
  ],
}

// Small pictures travel inside the bundle: no request, and no file names that differ between platforms.
const imageUrlLoaderOption = { limit: 10 * 1024 }

// What of terser makes code short and Taro switches off, for engines older than ours (decision 14).
const shorter = [
  'arrows',
  'collapse_vars',
  'comparisons',
  'computed_props',
  'hoist_props',
  'inline',
  'loops',
  'negate_iife',
  'properties',
  'reduce_funcs',
  'reduce_vars',
  'switches',
  'typeofs',
]
const allOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]))

const polyfill = (name: string) => path.resolve(root, `src/polyfills/${name}.ts`)

interface Chain {
  plugin(name: string): { use(plugin: unknown, options: unknown[]): unknown }
}

function provide(
  chain: Chain,
  webpack: { ProvidePlugin: unknown },
  definitions: Record<string, string[]>,
): void {
  chain.plugin('polyfills').use(webpack.ProvidePlugin, [definitions])
}

// What the cache cannot see by itself: where the checkout lies, which packages are installed, and the modes above.
const cache = {
  enable: true,
  version: ['package-lock.json', 'babel.config.js']
    .reduce(
      (hash, file) => hash.update(readFileSync(path.resolve(root, file))),
      createHash('sha1').update(root),
    )
    .update(String(isDemo))
    .digest('hex'),
}

export default defineConfig(() => ({
  projectName: 'xianfeng-shuanggang',
  date: '2026-9-1',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? ''}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [path.resolve(root, 'config/aria/plugin.js')],
  defineConstants: {
    __DEV_PAGES__: JSON.stringify(isDemo),
    __KEPT_SHAPES__: JSON.stringify(keptShapes),
    __CLOUD_ENV__: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
  },
  alias: { '@': path.resolve(root, 'src'), '@domain': path.resolve(root, 'domain') },
  copy: {
    patterns: isH5 ? fontFiles : [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }],
    options: {},
  },
  cache,
  // Taro's h5 default (quote_keys) writes #private names as #"x": a syntax error. Its weapp default (ascii_only) writes a Chinese character
  // in six bytes instead of three.
  terser: {
    enable: true,
    config: {
      compress: { ecma: 2017, passes: 2, ...allOf(shorter) },
      output: { ecma: 2017, comments: false, quote_keys: false, keep_quoted_props: false, ascii_only: false },
    },
  },
  mini: {
    compile,
    imageUrlLoaderOption,
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    // No page writes markup into an element.
    runtime: { enableInnerHTML: false },
    webpackChain(chain, webpack) {
      // The bundler's own glue is for the phones of package.json too; Taro's is for ES5.
      chain.target('browserslist')
      chain.resolve.alias.set('@tarojs/taro$', path.resolve(root, 'config/taro.js'))
      provide(chain, webpack, {
        'Object.hasOwn': [polyfill('hasOwn'), 'hasOwn'],
        // WeChat's logic layer has no AbortController; without one TanStack Query's queries hang in silence.
        AbortController: [polyfill('abortController'), 'AbortController'],
      })
    },
  },
  h5: {
    compile,
    imageUrlLoaderOption,
    webpackChain(chain, webpack) {
      provide(chain, webpack, { 'Object.hasOwn': [polyfill('hasOwn'), 'hasOwn'] })
      // Pages share what they have in common; by default each page's chunk would carry its own copy.
      chain.merge({ optimization: { splitChunks: { chunks: 'all', minSize: 10 * 1024 } } })
    },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    devServer: {
      hot: false,
      open: false,
      port: 10086,
      // `npm start` in another terminal answers the calls.
      proxy: {
        '/client': { target: 'http://127.0.0.1:8686' },
        '/console': { target: 'http://127.0.0.1:8686' },
      },
    },
    htmlPluginOption: { fontHref: isDemo ? 'font/wght.css' : '' },
    // A CSS pixel stays one: the page is laid out for a phone and does not scale with the window.
    postcss: { pxtransform: { enable: false, config: {} } },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
}))
