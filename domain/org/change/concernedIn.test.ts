import type { OrganisationChange } from '../../contract/organisation'
import { clashes } from './concernedIn'

const rename: OrganisationChange = { what: 'edit', organisationId: 'a', name: '新名' }
const move: OrganisationChange = { what: 'move', organisationId: 'a', parentId: 'u' }
const merge: OrganisationChange = { what: 'merge', organisationId: 'b', fromIds: ['a'] }
const dissolve: OrganisationChange = { what: 'dissolve', organisationId: 'b' }
const found: OrganisationChange = { what: 'found', type: 'branch', parentId: 'a', name: '新' }

test.each([
  ['two about the same organisation', move, merge, true],
  ['one about what another one is merged into', merge, dissolve, true],
  ['two about different ones', move, dissolve, false],
  ['another name beside anything else', rename, merge, false],
  ['two other names', rename, rename, true],
  ['what is founded below it', found, dissolve, false],
])('%s', (_, a, b, is) => {
  expect(clashes(a, b)).toBe(is)
  expect(clashes(b, a)).toBe(is)
})
