import { inTime, Unreachable, unreachedReasonOf } from './unreached'

test.each([
  ['offline', { errMsg: 'cloud.callFunction:fail request:fail' }],
  ['offline', { errMsg: 'request:fail -2:net::ERR_INTERNET_DISCONNECTED' }],
  ['offline', new TypeError('Failed to fetch')],
  ['slow', { errMsg: 'cloud.callFunction:fail request:fail timeout' }],
  ['slow', { errCode: -504003, errMsg: 'Invoking task timed out after 20 seconds' }],
  ['unavailable', { errCode: -504002, errMsg: 'function execution failed' }],
  ['unavailable', { errMsg: 'errCode: -404011 cloud function execution error | errMsg: request id' }],
  ['unavailable', { errCode: -601034, errMsg: 'no permission' }],
  ['slow', new Unreachable('slow', 'no answer in time')],
  ['offline', undefined],
])('a failed call is %s by what was thrown: %o', (reason, thrown) => {
  expect(unreachedReasonOf(thrown)).toBe(reason)
})

describe('waiting for an answer', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })
  const never = () => new Promise<string>(() => undefined)

  test.each([
    ['api', 20_000],
    ['imports', 65_000],
  ] as const)('ends for %s after %i ms, as slow', async (of, ms) => {
    const told = jest.fn()
    inTime(never(), of).catch(told)
    await jest.advanceTimersByTimeAsync(ms - 1)
    expect(told).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ reason: 'slow' }))
  })

  test('leaves no timer behind once it came', async () => {
    expect(await inTime(Promise.resolve('yes'), 'api')).toBe('yes')
    expect(jest.getTimerCount()).toBe(0)
  })
})
