import { newDataDir, runScript, startTestEmulator } from '../testing/startTestEmulator'

const message = `{ touser: 'demo-x', templateId: 'T1', page: 'pages/home/index', data: { thing1: { value: '春季读书会' } } }`

it('puts a subscribe message into the outbox and answers as WeChat does', async () => {
  const at = Date.parse('2026-09-22T14:50:00+08:00')
  const emulator = await startTestEmulator({ at })
  const answer = await runScript<{ errCode: number }>(
    emulator,
    `return cloud.openapi.subscribeMessage.send(${message})`,
  )
  expect(answer.errCode).toBe(0)
  expect(emulator.outbox()).toEqual([
    {
      id: 1,
      api: 'subscribeMessage.send',
      at: expect.any(Number) as number,
      openid: 'demo-x',
      templateId: 'T1',
      page: 'pages/home/index',
      data: { thing1: { value: '春季读书会' } },
      requestId: emulator.invocations()[0]?.requestId,
      errcode: 0,
    },
  ])
  const sentAt = emulator.outbox()[0]?.at
  expect(sentAt).toBeGreaterThanOrEqual(at)
  expect(sentAt).toBeLessThanOrEqual(emulator.clock.now())
})

it('refuses a message without receiver, template or data', async () => {
  const emulator = await startTestEmulator()
  const codes = await runScript(
    emulator,
    `const send = async (message) => (await attempt(() => cloud.openapi.subscribeMessage.send(message))).errCode
    return [await send({ templateId: 'T', data: {} }), await send({ touser: 'x', data: {} }), await send({ touser: 'x', templateId: 'T' })]`,
  )
  expect(codes).toEqual([40003, 40037, 47003])
  expect(emulator.outbox()).toEqual([])
})

it('refuses an open API it does not know, by the SDK’s code', async () => {
  const lines: string[] = []
  const emulator = await startTestEmulator({ log: (line) => lines.push(line) })
  const answer = await runScript<{ errCode: number }>(
    emulator,
    `return attempt(() => cloud.openapi.wxacode.get({ path: 'a' }))`,
  )
  expect(answer.errCode).toBe(-604100)
  expect(lines.join('\n')).toContain('wxacode.get')
})

it('keeps the outbox over a restart', async () => {
  const dataDir = newDataDir()
  const first = await startTestEmulator({ dataDir })
  await runScript(first, `return cloud.openapi.subscribeMessage.send(${message})`)
  await first.close()
  const second = await startTestEmulator({ dataDir })
  expect(second.outbox()).toHaveLength(1)
  await runScript(second, `return cloud.openapi.subscribeMessage.send(${message})`)
  expect(second.outbox().map(({ id }) => id)).toEqual([1, 2])
})

it('refuses what WeChat’s templates do not take: too long, no number, no such kind', async () => {
  const emulator = await startTestEmulator()
  const codes = await runScript(
    emulator,
    `const send = async (data) => (await attempt(() => cloud.openapi.subscribeMessage.send({ touser: 'x', templateId: 'T', data }))).errCode
    return [
      await send({ thing1: { value: '一二三四五六七八九十一二三四五六七八九十' } }),
      await send({ thing1: { value: '一二三四五六七八九十一二三四五六七八九十一' } }),
      await send({ thing1: { value: '' } }),
      await send({ date2: { value: '明天' } }),
      await send({ date2: { value: '2026年9月30日' }, time3: { value: '2026年9月30日 15:00' } }),
      await send({ anything: { value: 'a' } }),
    ]`,
  )
  expect(codes).toEqual([0, 47003, 47003, 47003, 0, 47003])
})

it('fails for one person and template as it was told, and shows the code', async () => {
  const emulator = await startTestEmulator()
  const send = (openid: string) =>
    runScript<{ errCode: number }>(
      emulator,
      `return attempt(() => cloud.openapi.subscribeMessage.send({ touser: input, templateId: 'T1', data: { thing1: { value: 'a' } } }))`,
      openid,
    )
  emulator.failMessages({ openid: 'demo-x', templateId: 'T1' }, 43101)
  expect((await send('demo-x')).errCode).toBe(43101)
  expect((await send('demo-y')).errCode).toBe(0)
  emulator.failMessages({ openid: 'demo-x', templateId: 'T1' }, null)
  expect((await send('demo-x')).errCode).toBe(0)
  expect(emulator.outbox().map(({ openid, errcode }) => [openid, errcode])).toEqual([
    ['demo-x', 43101],
    ['demo-y', 0],
    ['demo-x', 0],
  ])
})
