import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { cleanUp, runScript, startTestEmulator } from '../../emulator/testing/startTestEmulator'
import type { Emulator } from '../../emulator/types'
import { launchBrowser } from '../browser'

// The console of the local cloud, used as whoever tests the product uses it.
let emulator: Emulator
let browser: Browser
let page: Page
const problems: string[] = []

before(async () => {
  emulator = await startTestEmulator({
    at: Date.parse('2026-09-30T23:59:00+08:00'),
    identities: [{ openid: 'demo-a', label: '张三 · 党员', group: '支部' }],
    templates: [{ id: 'T', title: '会议提醒', keywords: { thing1: '会议' } }],
  })
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await page.goto(`${emulator.url}/console`)
})

after(async () => {
  await browser.close()
  await cleanUp()
})

const open = (tab: string) => page.getByRole('tab', { name: tab, exact: true }).click()
const seen = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 10_000 })

test('the clock steps into the next month, and identities open as themselves', async () => {
  await page.getByRole('button', { name: '下月 1 日' }).click()
  await seen('2026-10-01 星期四')
  const link = page.getByRole('link', { name: '张三 · 党员' })
  assert.equal(await link.getAttribute('href'), '/?as=demo-a')
})

test('a refusal is set for one person, and the message that meets it says so by the words of its template', async () => {
  await open('故障')
  await page.getByLabel('谁').fill('demo-a')
  await page.getByRole('button', { name: '从此这样' }).click()
  await page.getByRole('cell', { name: '43101 对方没有同意接收' }).waitFor()
  await runScript(
    emulator,
    `return attempt(() => cloud.openapi.subscribeMessage.send({ touser: 'demo-a', templateId: 'T', data: { thing1: { value: '党员大会' } } }))`,
  )
  await open('消息')
  await seen('没有送达：43101 对方没有同意接收')
  for (const words of ['张三 · 党员', '会议提醒', '会议', '党员大会']) await seen(words)
  await open('故障')
  await page.getByRole('button', { name: '取消' }).click()
  await seen('现在一切照常。')
})

test('the function log shows who called, the request and what was printed', async () => {
  await emulator.invoke('script', { body: `console.log('打印一行')` }, { openid: 'demo-a' })
  await open('函数日志')
  const row = page.getByRole('row', { name: /张三/ })
  await row.locator('summary').click()
  await row.getByText('打印一行').waitFor()
  await row.getByText(`请求编号 ${emulator.invocations().slice(-1)[0]?.requestId ?? ''}`).waitFor()
})

test('a snapshot brings back documents, files and time after everything was cleared', async () => {
  emulator.database.insertMany('notes', [{ _id: 'kept', title: '支部台账' }])
  await runScript(
    emulator,
    `return cloud.uploadFile({ cloudPath: 'rosters/a.xlsx', fileContent: Buffer.alloc(2048) })`,
  )
  await open('快照')
  await page.getByLabel('快照的名字').fill('开会前')
  await page.getByRole('button', { name: '拍一张' }).click()
  await page.getByRole('row', { name: /开会前/ }).waitFor()

  await page.getByRole('button', { name: '全部清空' }).click()
  assert.equal(emulator.database.count('notes'), 1, 'one tap clears nothing')
  await page.getByRole('button', { name: /都会没有，确定/ }).click()
  await open('文件')
  await seen('云存储里没有文件。')
  assert.equal(emulator.database.count('notes'), 0)

  await open('快照')
  await page.getByRole('button', { name: '恢复' }).click()
  await page.getByRole('button', { name: /会被换掉，确定/ }).click()
  await seen(/2026-10-01/)
  await open('文件')
  await page.getByRole('link', { name: 'rosters/a.xlsx' }).waitFor()
  await seen('2.0 KB')
  await open('数据')
  await page.getByRole('button', { name: /^notes 1/ }).click()
  await seen(/支部台账/)
})

test('what is shown is text: a document cannot become a part of the page', async () => {
  emulator.database.insertMany('people', [{ _id: 'x', name: '<img src=x onerror="window.broken = 1">' }])
  await open('数据')
  await page.getByRole('button', { name: /^people 1/ }).click()
  await seen(/onerror/)
  assert.equal(await page.evaluate(() => 'broken' in window), false)
})

test('a filter that is no JSON says so', async () => {
  await page.getByLabel('筛选条件（JSON）').fill('{')
  await page.getByRole('button', { name: '筛选' }).click()
  await seen(/筛选条件有误/)
})

test('nothing went wrong in the page', () => {
  // The browser itself reports the refused filter.
  assert.deepEqual(
    problems.filter((problem) => !problem.includes('400')),
    [],
  )
})
