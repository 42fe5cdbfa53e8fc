import { readFileSync } from 'node:fs'
import { version } from './about'

test('the version shown is the version of the package', () => {
  const { version: released } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(version).toBe(released)
})
