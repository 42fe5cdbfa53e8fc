import { isTransient, retry } from './retry'

const failing = (times: number, error: unknown) => {
  let attempts = 0
  const attempt = async () => {
    attempts += 1
    // What the SDK throws is a plain object.
    if (attempts <= times) throw error
    return attempts
  }
  return attempt
}

test('a fault that passes is tried twice more', async () => {
  expect(await retry(failing(2, { errCode: -501002, errMsg: 'server timeout' }))).toBe(3)
  await expect(retry(failing(3, { errCode: -501002, errMsg: 'server timeout' }))).rejects.toMatchObject({
    errCode: -501002,
  })
})

test('a decision of the database is not asked for twice', async () => {
  await expect(retry(failing(1, { errCode: -502001, errMsg: 'E11000 duplicate key' }))).rejects.toMatchObject(
    {
      errCode: -502001,
    },
  )
})

test.each([
  [{ errCode: -501004 }, true],
  [new Error('read ECONNRESET'), true],
  [{ errCode: -1, errMsg: 'request:fail socket hang up' }, true],
  [{ errCode: -502005, errMsg: 'collection not exist' }, false],
  [new TypeError('x is not a function'), false],
  [undefined, false],
])('%j passes by itself: %s', (error, expected) => {
  expect(isTransient(error)).toBe(expected)
})
