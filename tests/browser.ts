import { existsSync } from 'node:fs'
import jsQR from 'jsqr'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { type Unpacked, unpackBrowser } from './browser/unpackBrowser'
import { patience } from './patience'

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

const installed = [
  ...['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

async function candidates(): Promise<{ found: Partial<Unpacked>[]; problems: string[] }> {
  const problems: string[] = []
  const found: Partial<Unpacked>[] = []
  if (process.env.CHROME_PATH) found.push({ executablePath: process.env.CHROME_PATH })
  if (process.platform === 'linux' && process.arch === 'x64') {
    await unpackBrowser().then(
      (unpacked) => found.push(unpacked),
      (error: unknown) => problems.push(String(error)),
    )
  }
  found.push(...installed.filter((file) => existsSync(file)).map((executablePath) => ({ executablePath })))
  return { found, problems }
}

/**
 * A headless Chromium with a profile of its own: CHROME_PATH, else the one npm brings (linux x64), else an installed
 * Chrome or Chromium.
 */
export async function launchBrowser(): Promise<Browser> {
  const { found, problems } = await candidates()
  for (const { executablePath = '', env = {} } of found) {
    try {
      return await chromium.launch({
        executablePath,
        args: flags,
        headless: true,
        env: { ...(process.env as Record<string, string>), ...env },
      })
    } catch (error) {
      problems.push(`${executablePath}: ${String(error).slice(0, 600)}`)
    }
  }
  throw new Error(
    [
      'No browser runs here. Install Chrome or Chromium, or set CHROME_PATH to its program.',
      ...problems,
    ].join('\n'),
  )
}

export interface PhoneOptions {
  /** Address of the running local cloud. */
  url: string
  /** The demo identity (OPENID) that holds the phone. */
  as: string
  /** 大字模式 */
  elder?: boolean
}

export interface Phone {
  context: BrowserContext
  page: Page
}

/** A phone of 390×844 points with the mini-program open; `watch` sees the page before it goes anywhere. */
export async function openPhone(
  browser: Browser,
  { url, as, elder = false }: PhoneOptions,
  watch: (page: Page) => void = () => undefined,
): Promise<Phone> {
  const context = await browser.newContext({
    // Whoever reads large text has, more often than not, the smaller phone.
    viewport: { width: elder ? 375 : 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(patience)
  if (elder) {
    // As Taro's h5 storage writes it.
    await context.addInitScript(() =>
      window.localStorage.setItem('sg:elder', JSON.stringify({ data: 'true' })),
    )
  }
  const page = await context.newPage()
  watch(page)
  await page.goto(`${url}/?as=${encodeURIComponent(as)}`)
  await page.evaluate(() => document.fonts.ready)
  return { context, page }
}

/** Reads the QR code off a picture of the screen; null when there is none. */
export function readCode(png: Buffer): string | null {
  const { data, width, height } = PNG.sync.read(png)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
}

/** What a scanner would read off the screen now. */
export async function scanScreen(page: Page): Promise<string | null> {
  return readCode(await page.screenshot())
}
