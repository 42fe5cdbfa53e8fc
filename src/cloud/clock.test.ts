beforeEach(() => {
  jest.resetModules()
  jest.spyOn(Date, 'now').mockReturnValue(1_000_000)
})
afterEach(() => jest.restoreAllMocks())

// The offset is the module's own state: each test begins with a new one.
const load = () => import('./clock')

test('without an answer the phone says its own time', async () => {
  expect((await load()).now()).toBe(1_000_000)
})

test('an answer corrects the clock by the middle of its round trip', async () => {
  const { now, observe } = await load()
  observe(5_000_000, 999_800, 1_000_000)
  expect(now()).toBe(1_000_000 + 5_000_000 - 999_900)
})

test('a slower answer within its own uncertainty does not make the clock worse', async () => {
  const { now, observe } = await load()
  observe(1_060_000, 999_980, 1_000_000)
  const exact = now()
  observe(1_060_500, 998_000, 1_000_000)
  expect(now()).toBe(exact)
})

test('a slower answer that contradicts the clock is believed: the clock of the cloud was moved', async () => {
  const { now, observe } = await load()
  observe(1_000_000, 999_980, 1_000_000)
  observe(9_000_000, 998_000, 1_000_000)
  expect(now()).toBe(1_000_000 + 9_000_000 - 999_000)
})

test('a first answer half a minute under way does not move a clock that is right', async () => {
  const { now, observe } = await load()
  // The question took 40 s to arrive, its answer nothing: half of that would have been believed.
  observe(1_000_000, 960_000, 1_000_000)
  expect(now()).toBe(1_000_000)
})

test('a first answer half a minute under way moves a clock that is wrong by more than it can be', async () => {
  const { now, observe } = await load()
  observe(1_090_000, 960_000, 1_000_000)
  expect(Math.abs(now() - 1_090_000)).toBeLessThanOrEqual(20_000)
})

test('listeners hear a move of a second or more, and nothing smaller', async () => {
  const { observe, onClockMoved } = await load()
  const heard = jest.fn()
  const stop = onClockMoved(heard)
  observe(1_000_500, 999_980, 1_000_000)
  expect(heard).not.toHaveBeenCalled()
  observe(2_000_000, 999_990, 1_000_000)
  expect(heard).toHaveBeenCalledTimes(1)
  stop()
  observe(9_000_000, 999_995, 1_000_000)
  expect(heard).toHaveBeenCalledTimes(1)
})

test.each([
  ['back by a month', -30 * 86_400_000],
  ['on by a month', 30 * 86_400_000],
])(
  'the phone’s clock is set %s while an answer is under way: it is right at once, and the next answer is believed',
  async (_, by) => {
    const { now, observe } = await load()
    observe(1_000_000, 999_980, 1_000_000)
    jest.spyOn(Date, 'now').mockReturnValue(1_000_300 + by)
    observe(1_000_300, 1_000_100, 1_000_300 + by)
    expect(now()).toBe(1_000_300)
    observe(1_000_400, 1_000_280 + by, 1_000_320 + by)
    expect(now()).toBe(1_000_400)
  },
)
