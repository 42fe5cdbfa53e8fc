import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { handWork } from './todo'

const root = path.join(__dirname, '..', '..')

/** Functions that call WeChat: what each may is declared in its config.json, which the deployment uploads and WeChat takes by hand alone. */
const calling = readdirSync(path.join(root, 'cloudfunctions')).filter((name) => {
  if (name === 'lib') return false
  const config = readFileSync(path.join(root, 'cloudfunctions', name, 'config.json'), 'utf8')
  const { permissions } = JSON.parse(config) as { permissions: { openapi: string[] } }
  return permissions.openapi.length > 0
})

test('the checklist and the guide name every function whose permission to call WeChat is uploaded by hand', () => {
  expect(calling).toEqual(['api', 'papers', 'remind'])
  const guide = readFileSync(path.join(root, 'docs', '部署.md'), 'utf8')
  const line = guide.split('\n').find((one) => one.includes('云调用权限**')) ?? ''
  for (const name of calling) {
    expect(handWork.openapi.where).toContain(name)
    expect(line).toContain(`\`${name}\``)
  }
})
