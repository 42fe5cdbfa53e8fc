import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { newDataDir, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

let emulator: Emulator

beforeAll(async () => {
  const folder = newDataDir()
  const site = path.join(folder, 'site')
  fs.mkdirSync(path.join(site, 'js'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  fs.writeFileSync(path.join(site, 'index.html'), '<!doctype html>首页')
  fs.writeFileSync(path.join(site, 'js', 'app.3f2a9c1b.js'), 'let a = 1 '.repeat(200))
  fs.writeFileSync(path.join(site, 'font.woff2'), 'font')
  fs.symlinkSync(path.join(folder, 'secret.txt'), path.join(site, 'link.txt'))
  emulator = await startTestEmulator({ staticDir: site })
})

/** The path as it is: fetch would tidy up the dots. */
function raw(pathname: string): Promise<{ status: number; body: string }> {
  const { port } = new URL(emulator.url)
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, path: pathname }, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      })
      .on('error', reject)
  })
}

it('serves the index, never cached', async () => {
  const response = await fetch(`${emulator.url}/?as=demo-1`)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-cache')
  await expect(response.text()).resolves.toContain('首页')
})

it('serves a hashed script compressed and cached for long', async () => {
  const response = await fetch(`${emulator.url}/js/app.3f2a9c1b.js`)
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('content-type')).toContain('text/javascript')
  await expect(response.text()).resolves.toHaveLength(2000)
})

it('serves a font as it is', async () => {
  const response = await fetch(`${emulator.url}/font.woff2`)
  expect(response.headers.get('content-type')).toBe('font/woff2')
  expect(response.headers.get('content-encoding')).toBeNull()
})

it.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/js/../../secret.txt',
  '/js/..%5c..%5csecret.txt',
  '/link.txt',
  '/%00',
  '/%',
  '/js',
  '/nothing.js',
  '//etc/passwd',
])('does not serve %s', async (pathname) => {
  const { status, body } = await raw(pathname)
  expect(status).toBe(404)
  expect(body).not.toContain('secret')
})
