import { startOptions, UsageError } from './startOptions'

it('without options data, port and clock are left to the start', () => {
  expect(startOptions([])).toEqual({ dataDir: '.local/demo', help: false })
})

it('reads every option', () => {
  const args = ['--port', '9000', '--data', 'x', '--at', '2026-09-22T14:50:00+08:00', '--seed', 'branch']
  expect(startOptions(args)).toEqual({
    port: 9000,
    dataDir: 'x',
    at: 1790059800000,
    seed: 'branch',
    help: false,
  })
})

it.each([
  [['--colour', 'red'], /--colour/],
  [['extra'], /extra/],
  [['--port'], /--port/],
  [['--port', '0'], /--port takes a number/],
  [['--port', '65536'], /--port takes a number/],
  [['--port', '80a'], /--port takes a number/],
  [['--at', 'yesterday'], /--at takes a moment/],
  [['--at', '2026-02-31'], /--at takes a moment/],
  [['--at', '2026-09-22T14:50:00'], /--at takes a moment with its zone/],
  [['--at', '2026-13-22T14:50:00Z'], /--at takes a moment/],
  [['--seed', 'city'], /--seed takes county, branch or none/],
  [['--data', ''], /--data takes a folder/],
])('refuses %j in one line', (args, message) => {
  expect(() => startOptions(args)).toThrow(UsageError)
  expect(() => startOptions(args)).toThrow(message)
  try {
    startOptions(args)
  } catch (error) {
    expect((error as Error).message).not.toContain('\n')
  }
})
